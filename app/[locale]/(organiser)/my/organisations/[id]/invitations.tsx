import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { Badge } from "@/components/ui/badge";
import { listInvitations } from "@/lib/organisations/queries";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { formatDay } from "@/lib/time/format";
import { resend, revoke } from "./actions";
import { InvitationForm } from "./invitation-form";

type Props = { viewer: SignedInViewer; organisationId: string; locale: string };

/** Who was invited and has not answered, and the form that invites. */
export async function Invitations({ viewer, organisationId, locale }: Props) {
	const [invitations, t, roles] = await Promise.all([
		listInvitations(viewer, organisationId),
		getTranslations("organisation.invitations"),
		getTranslations("organisation.role"),
	]);
	const now = new Date();
	return (
		<section aria-labelledby="invitations" className="flex flex-col gap-6">
			<h2 id="invitations" className="text-xl font-medium">
				{t("title")}
			</h2>
			{invitations.length > 0 && (
				<ul className="divide-y divide-line border-y border-line">
					{invitations.map(({ id, email, role, expiresAt }) => {
						const values = { organisationId, invitationId: id, locale };
						const day = formatDay(expiresAt.toISOString().slice(0, 10), locale);
						return (
							<li key={id} className="flex flex-col gap-3 py-4">
								<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
									<bdi className="min-w-0 font-medium wrap-anywhere">{email}</bdi>
									<Badge>{roles(role)}</Badge>
									<span className="text-sm text-muted">
										{t(expiresAt > now ? "until" : "over", { day })}
									</span>
								</div>
								<div className="flex flex-wrap gap-3">
									<OneButtonForm run={resend} variant="secondary" values={values}>
										{t("resend")}
									</OneButtonForm>
									<OneButtonForm run={revoke} variant="quiet" values={values}>
										{t("revoke")}
									</OneButtonForm>
								</div>
							</li>
						);
					})}
				</ul>
			)}
			<InvitationForm organisationId={organisationId} locale={locale} />
		</section>
	);
}
