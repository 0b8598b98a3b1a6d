import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { seasonSegment } from "@/lib/calendar/tags";
import type { Submission } from "@/lib/moderation/queries";

/** What a reviewer should know before deciding. */
export function SubmissionNotices({ submission }: { submission: Submission }) {
	const t = useTranslations("review");
	const { published, lookAlikes, similar, organisation, state } = submission;
	return (
		<div className="flex flex-col gap-4 empty:hidden">
			{submission.isOwn && (
				<Notice tone="info" title={t("notice.own")}>
					{t("notice.ownText")}
				</Notice>
			)}
			{organisation.isLookAlike && (
				<Notice tone="warning" title={t("notice.lookAlike")}>
					<p>{t("notice.lookAlikeText")}</p>
					<OtherNames organisations={lookAlikes} />
				</Notice>
			)}
			{organisation.heldAt && (
				<Notice tone="error" title={t("notice.held")}>
					{organisation.heldReason === null ? (
						t("notice.heldText")
					) : (
						<>
							<p>{t("notice.heldByHand")}</p>
							<p className="mt-2">
								<bdi>{organisation.heldReason}</bdi>
							</p>
						</>
					)}
				</Notice>
			)}
			{submission.profile && <NewProfile profile={submission.profile} />}
			{similar.length > 0 && (
				<Notice tone="info" title={t("notice.similar")}>
					<p>{t("notice.similarText")}</p>
					<OtherNames organisations={similar} />
				</Notice>
			)}
			{published && (
				<Notice tone="info" title={t(state === "submitted" ? "notice.edit" : "notice.public")}>
					<Link href={`/events/${seasonSegment(published.season)}/${published.slug}`}>
						{t("notice.seePublic")}
					</Link>
				</Notice>
			)}
		</div>
	);
}

/** What an approval makes public besides the event. */
function NewProfile({ profile }: { profile: NonNullable<Submission["profile"]> }) {
	const t = useTranslations("review.notice");
	const facts = [profile.website, profile.contactEmail, profile.contactPhone].filter(Boolean);
	return (
		<Notice tone="info" title={t("profile")}>
			<p>{t("profileText")}</p>
			<ul className="mt-2 list-disc ps-5">
				<li>
					<bdi>{profile.name}</bdi>
				</li>
				{profile.texts.map((text) => (
					<li key={text.locale} lang={text.locale}>
						<bdi>{text.name}</bdi>
						<p className="whitespace-pre-line wrap-anywhere">{text.description}</p>
					</li>
				))}
				{facts.map((fact) => (
					<li key={fact}>
						<bdi className="wrap-anywhere">{fact}</bdi>
					</li>
				))}
			</ul>
		</Notice>
	);
}

function OtherNames({
	organisations,
}: {
	organisations: readonly { name: string; slug: string; country: string }[];
}) {
	return (
		<ul className="mt-2 list-disc ps-5">
			{organisations.map((other) => (
				<li key={other.slug}>
					<bdi>{other.name}</bdi> ({other.country})
				</li>
			))}
		</ul>
	);
}
