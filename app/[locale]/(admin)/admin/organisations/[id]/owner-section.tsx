import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import type { ReviewedOrganisation } from "@/lib/moderation/organisations";
import { formatDay } from "@/lib/time/format";
import { revokeOwner } from "../actions";
import { OwnerForm } from "./owner-form";

type Props = { organisation: ReviewedOrganisation; isFresh: boolean; locale: string };

/** That nobody who can sign in owns the organisation, and the way to invite an owner. */
export async function OwnerSection({ organisation, isFresh, locale }: Props) {
	if (!organisation.isOwnerless) return null;
	const t = await getTranslations("adminOrganisations.owner");
	const { id: organisationId, invitations, mayDecide } = organisation;
	const now = new Date();
	return (
		<section aria-labelledby="owner" className="flex flex-col gap-4">
			<h2 id="owner" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="text-muted">{t(mayDecide ? "text" : "textCoordinator")}</p>
			{mayDecide &&
				invitations.map(({ id, email, expiresAt }) => (
					<div key={id} className="flex flex-col gap-3 border-y border-line py-4">
						<p>
							<bdi className="font-medium wrap-anywhere">{email}</bdi>{" "}
							<span className="text-sm text-muted">
								{t(expiresAt > now ? "until" : "over", {
									day: formatDay(expiresAt.toISOString().slice(0, 10), locale),
								})}
							</span>
						</p>
						{isFresh && (
							<OneButtonForm
								run={revokeOwner}
								variant="quiet"
								values={{ organisationId, invitationId: id, locale }}
							>
								{t("revoke")}
							</OneButtonForm>
						)}
					</div>
				))}
			{mayDecide && isFresh && <OwnerForm organisationId={organisationId} locale={locale} />}
		</section>
	);
}
