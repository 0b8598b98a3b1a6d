import { getTranslations } from "next-intl/server";
import type { ReviewedOrganisation } from "@/lib/moderation/organisations";
import { ReasonForm } from "../../reason-form";
import { hold } from "../actions";

type Props = { organisation: ReviewedOrganisation; isFresh: boolean; locale: string };

/** The way to keep an organisation from publishing; for admins. */
export async function HoldSection({ organisation, isFresh, locale }: Props) {
	if (!organisation.mayDecide || organisation.heldReason !== null || organisation.closedAt)
		return null;
	const t = await getTranslations("adminOrganisations.hold");
	return (
		<section aria-labelledby="hold" className="flex flex-col gap-4">
			<h2 id="hold" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="text-muted">{t("text")}</p>
			{isFresh && (
				<ReasonForm
					action={hold}
					hidden={{ organisationId: organisation.id, locale }}
					reason={t("reason")}
					hint={t("reasonHint")}
					send={t("send")}
				/>
			)}
		</section>
	);
}
