import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import type { ReviewedOrganisation } from "@/lib/moderation/organisations";
import { formatDay } from "@/lib/time/format";
import { confirmBadge, endBadgeOf, vouchFor } from "../actions";
import { vouchedBy } from "./vouched-by";

type Props = { organisation: ReviewedOrganisation; isFresh: boolean; locale: string };

/** How far the badge is: asked for, vouched for by one, confirmed by a second person. */
export async function VerificationSteps({ organisation, isFresh, locale }: Props) {
	const t = await getTranslations("adminOrganisations.verification");
	const { id, verification, verifiedAt, mayVouch, mayConfirm, mayDecide, closedAt } = organisation;
	if (closedAt) return null;
	const values = { organisationId: id, locale };
	const dayOf = (at: Date) => formatDay(at.toISOString().slice(0, 10), locale);
	return (
		<section aria-labelledby="badge" className="flex flex-col gap-4">
			<h2 id="badge" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="text-muted">{t("text")}</p>
			<ol className="flex list-decimal flex-col gap-2 ps-5">
				<li>{requestOf(verification, t)}</li>
				<li>
					{verification?.vouchedAt
						? t(vouchedBy(verification), { day: dayOf(verification.vouchedAt) })
						: t("notVouched")}
				</li>
				<li>{verifiedAt ? t("confirmed", { day: dayOf(verifiedAt) }) : t("notConfirmed")}</li>
			</ol>
			<div className="flex flex-wrap gap-3">
				{mayVouch && (
					<OneButtonForm run={vouchFor} values={values}>
						{t("vouch")}
					</OneButtonForm>
				)}
				{mayConfirm && isFresh && (
					<OneButtonForm run={confirmBadge} values={values}>
						{t("confirm")}
					</OneButtonForm>
				)}
				{mayDecide && (verifiedAt || verification) && (
					<OneButtonForm run={endBadgeOf} variant="danger" values={values}>
						{t(verifiedAt ? "takeAway" : "refuse")}
					</OneButtonForm>
				)}
			</div>
		</section>
	);
}

function requestOf(
	verification: ReviewedOrganisation["verification"],
	t: (key: string, values?: Record<string, string>) => string,
): string {
	if (!verification) return t("notAsked");
	if (verification.method === "coordinator") return t("asked");
	const values = { email: verification.email ?? "", domain: verification.domain ?? "" };
	return t(verification.provenAt ? "proven" : "mailed", values);
}
