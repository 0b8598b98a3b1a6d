import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import type { ReviewedOrganisation } from "@/lib/moderation/organisations";
import { APPROVED_BEFORE_TRUST } from "@/lib/moderation/trust";
import { formatDay } from "@/lib/time/format";
import { giveTrust, takeTrust } from "../actions";

type Props = { organisation: ReviewedOrganisation; isFresh: boolean; locale: string };

/** Whether the organisation publishes without review; for admins. */
export async function TrustSection({ organisation, isFresh, locale }: Props) {
	const t = await getTranslations("adminOrganisations.trust");
	const { id, trustedAt, approved, mayDecide, mayTrust, closedAt } = organisation;
	const values = { organisationId: id, locale };
	if (closedAt || (!mayDecide && !trustedAt)) return null;
	return (
		<section aria-labelledby="trust" className="flex flex-col gap-4">
			<h2 id="trust" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p>
				{trustedAt
					? t("since", { day: formatDay(trustedAt.toISOString().slice(0, 10), locale) })
					: t("none", { approved, needed: APPROVED_BEFORE_TRUST })}
			</p>
			{mayTrust && isFresh && (
				<OneButtonForm run={giveTrust} variant="secondary" values={values}>
					{t("give")}
				</OneButtonForm>
			)}
			{mayDecide && trustedAt && (
				<OneButtonForm run={takeTrust} variant="danger" values={values}>
					{t("take")}
				</OneButtonForm>
			)}
		</section>
	);
}
