import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { foundOr404 } from "@/app/found-or-404";
import { requireViewer } from "@/app/require-viewer";
import { RecapForm } from "@/components/recaps/recap-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { StateBadge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { eventPath } from "@/lib/calendar/event-view";
import { getMyRecap, type MyRecap } from "@/lib/events/recap-queries";
import { MAX_RECAP_LINKS, MAX_RECAP_PICTURES } from "@/lib/events/recap-schema";
import type { Viewer } from "@/lib/permissions/viewer";
import { bestText, languageName } from "@/lib/text/languages";
import { VersionForm } from "../version-form";
import { saveRecapAction, withdrawRecapAction } from "./actions";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("recap.form");
	return { title: t("title") };
}

/** How one's event was: where the link of the morning after leads; made for a phone, works without script. */
export default async function RecapPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/events/${id}/recap`);
	const recap = await findMyRecap(viewer, id);
	const { done } = await searchParams;
	const [t, my, states] = await Promise.all([
		getTranslations("recap"),
		getTranslations("my"),
		getTranslations("eventState"),
	]);
	const text = bestText(recap.published?.texts ?? [], locale)?.text;
	const name = text?.title ?? my("untitled");
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: my("title"), href: "/my" },
					{ label: <bdi>{name}</bdi>, href: `/my/events/${id}` },
					{ label: t("form.title") },
				]}
				eyebrow={<bdi lang={text?.locale}>{name}</bdi>}
				title={t("form.title")}
				lead={recap.isOpen ? t("form.lead") : undefined}
				badges={recap.state && <StateBadge state={recap.state}>{states(recap.state)}</StateBadge>}
			/>
			<div className="flex flex-col gap-8">
				<Standing recap={recap} done={done} />
				{recap.isOpen ? (
					<ClientMessages namespaces={["ui", "errors", "recap"]}>
						<RecapForm
							key={recap.version}
							action={saveRecapAction}
							eventId={id}
							version={recap.version}
							idempotencyKey={randomUUID()}
							latest={recap.latest}
							languages={(recap.published?.texts ?? []).map(({ locale: tag }) => ({
								tag,
								name: languageName(tag, locale),
							}))}
							maxLinks={MAX_RECAP_LINKS}
							maxPictures={MAX_RECAP_PICTURES}
						/>
					</ClientMessages>
				) : (
					<p>{t("notOpen")}</p>
				)}
				{(recap.isPublic || recap.state === "submitted") && (
					<section aria-labelledby="takeBack" className="border-t border-line pt-6">
						<h2 id="takeBack" className="text-xl font-medium">
							{t("withdraw.title")}
						</h2>
						<p className="mt-2 mb-4 text-ink-soft">{t("withdraw.text")}</p>
						<ClientMessages namespaces={["ui", "errors"]}>
							<VersionForm
								run={withdrawRecapAction}
								variant="secondary"
								eventId={id}
								eventVersion={recap.version}
								locale={locale}
							>
								{t("withdraw.action")}
							</VersionForm>
						</ClientMessages>
					</section>
				)}
			</div>
		</Container>
	);
}

const DONE = ["saved", "submitted", "published", "withdrawn"] as const;

async function Standing({ recap, done }: { recap: MyRecap; done: string | string[] | undefined }) {
	const [t, my] = await Promise.all([getTranslations("recap"), getTranslations("my")]);
	const said = DONE.find((each) => each === done);
	const isSentBack = recap.state === "changes_requested" || recap.state === "rejected";
	return (
		<>
			{said && <Notice tone="success" live title={t(`done.${said}`)} />}
			{isSentBack && recap.lastDecision?.reason && (
				<Notice tone="warning" title={my("lastDecision")}>
					<p dir="auto" className="whitespace-pre-line">
						{recap.lastDecision.reason}
					</p>
				</Notice>
			)}
			{recap.isPublic && recap.published && (
				<p>
					{t(recap.state === "approved" ? "isPublic" : "publicStays")}{" "}
					<Link href={eventPath(recap.published)} className="text-link">
						{my("event.publicPage")}
					</Link>
				</p>
			)}
		</>
	);
}

async function findMyRecap(viewer: Viewer, id: string): Promise<MyRecap> {
	return foundOr404(id, () => getMyRecap(viewer, id));
}
