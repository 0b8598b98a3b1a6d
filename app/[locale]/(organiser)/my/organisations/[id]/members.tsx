import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { listMembers } from "@/lib/organisations/queries";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { handOverTo, leave, remove, setMemberRole } from "./actions";

type Props = {
	viewer: SignedInViewer;
	organisationId: string;
	isOwner: boolean;
	locale: string;
};
type Member = Awaited<ReturnType<typeof listMembers>>[number];

/** Who belongs to the organisation; owners change it, everybody may leave. */
export async function Members({ viewer, organisationId, isOwner, locale }: Props) {
	const [members, t] = await Promise.all([
		listMembers(viewer, organisationId),
		getTranslations("organisation.members"),
	]);
	const isLastOwner = isOwner && members.filter(({ role }) => role === "owner").length === 1;
	return (
		<section aria-labelledby="members" className="flex flex-col gap-4">
			<h2 id="members" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="max-w-narrow text-muted">{t("text")}</p>
			<ul className="divide-y divide-line border-y border-line">
				{members.map((member) => {
					const isSelf = member.user.id === viewer.id;
					return (
						<li key={member.user.id} className="flex flex-col gap-2 py-4">
							<MemberLine member={member} isSelf={isSelf} />
							{isSelf && isLastOwner && <p className="text-sm text-muted">{t("lastOwner")}</p>}
							{isSelf && !isLastOwner && (
								<Disclosure summary={t("leave")} className="border-y-0">
									<p className="mb-4 max-w-narrow text-sm">{t("leaveText")}</p>
									<OneButtonForm run={leave} variant="danger" values={{ organisationId, locale }}>
										{t("leave")}
									</OneButtonForm>
								</Disclosure>
							)}
							{!isSelf && isOwner && (
								<ChangeMember member={member} organisationId={organisationId} locale={locale} />
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}

async function MemberLine({ member: { role, user }, isSelf }: { member: Member; isSelf: boolean }) {
	const t = await getTranslations("organisation");
	return (
		<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
			<span className="min-w-0 wrap-anywhere">
				{user.name && <bdi className="font-medium">{user.name} </bdi>}
				<bdi className={user.name ? "text-muted" : "font-medium"}>{user.email}</bdi>
			</span>
			<Badge tone={role === "owner" ? "solid" : "neutral"}>{t(`role.${role}`)}</Badge>
			{isSelf && <Badge>{t("members.you")}</Badge>}
		</div>
	);
}

async function ChangeMember({
	member: { role, user },
	organisationId,
	locale,
}: {
	member: Member;
	organisationId: string;
	locale: string;
}) {
	const t = await getTranslations("organisation.members");
	const values = { organisationId, userId: user.id, locale };
	const other = role === "owner" ? "editor" : "owner";
	return (
		<Disclosure summary={t("change", { name: user.name ?? user.email })} className="border-y-0">
			<div className="flex flex-wrap gap-3">
				<OneButtonForm run={setMemberRole} variant="secondary" values={{ ...values, role: other }}>
					{t(other === "owner" ? "makeOwner" : "makeEditor")}
				</OneButtonForm>
				<OneButtonForm run={handOverTo} variant="secondary" values={values}>
					{t("handOver")}
				</OneButtonForm>
				<OneButtonForm run={remove} variant="danger" values={values}>
					{t("remove")}
				</OneButtonForm>
			</div>
			<p className="mt-3 max-w-narrow text-sm text-muted">{t("changeText")}</p>
		</Disclosure>
	);
}
