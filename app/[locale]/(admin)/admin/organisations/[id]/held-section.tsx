import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { Notice } from "@/components/ui/notice";
import type { ReviewedOrganisation } from "@/lib/moderation/organisations";
import { countryName } from "@/lib/places/countries";
import { release } from "../actions";

type Props = { organisation: ReviewedOrganisation; locale: string };

/** Why it is held, or whom its name resembles, and the way to let it go. */
export async function HeldSection({ organisation, locale }: Props) {
	const t = await getTranslations("adminOrganisations");
	const { id, heldAt, heldReason, isLookAlike, lookAlikes, mayDecide } = organisation;
	const values = { organisationId: id, locale };
	if (!heldAt && !isLookAlike) return null;
	if (heldReason !== null)
		return (
			<Notice tone="warning" title={t("hold.held")}>
				<p>
					<bdi>{heldReason}</bdi>
				</p>
				{mayDecide && (
					<div className="mt-4">
						<OneButtonForm run={release} variant="secondary" values={values}>
							{t("held.release")}
						</OneButtonForm>
					</div>
				)}
			</Notice>
		);
	return (
		<Notice tone={heldAt ? "warning" : "info"} title={t(heldAt ? "held.title" : "held.flagged")}>
			<p>{t(heldAt ? "held.text" : "held.flaggedText")}</p>
			<ul className="mt-2 list-disc ps-5">
				{lookAlikes.map((other) => (
					<li key={other.slug}>
						<bdi>{other.name}</bdi> · {countryName(other.country, locale)}
						{other.verifiedAt && ` · ${t("badge.verified")}`}
					</li>
				))}
			</ul>
			{heldAt && mayDecide && (
				<div className="mt-4">
					<OneButtonForm run={release} variant="secondary" values={values}>
						{t("held.release")}
					</OneButtonForm>
				</div>
			)}
		</Notice>
	);
}
