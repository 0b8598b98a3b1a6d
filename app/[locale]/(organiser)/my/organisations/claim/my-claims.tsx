import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import type { listMyClaims } from "@/lib/organisations/claim-queries";
import { withdraw } from "./actions";

type Props = { claims: Awaited<ReturnType<typeof listMyClaims>>; locale: string };

/** What one has claimed and how far it is. */
export async function MyClaims({ claims, locale }: Props) {
	if (claims.length === 0) return null;
	const t = await getTranslations("claim");
	return (
		<section aria-labelledby="claims" className="flex flex-col gap-4">
			<h2 id="claims" className="text-xl font-medium">
				{t("mine")}
			</h2>
			<ul className="divide-y divide-line border-y border-line">
				{claims.map(({ id, organisation, method, email, provenAt, vouchedAt }) => (
					<li key={id} className="flex flex-col gap-2 py-4">
						<p className="font-medium wrap-anywhere">
							<bdi>{organisation.name}</bdi>
						</p>
						<p className="text-sm text-muted wrap-anywhere">
							{vouchedAt
								? t("state.vouched")
								: method === "domain" && !provenAt
									? t("state.mailed", { email: email ?? "" })
									: t("state.waiting")}
						</p>
						<OneButtonForm
							run={withdraw}
							variant="quiet"
							values={{ organisationId: organisation.id, claimId: id, locale }}
						>
							{t("withdraw")}
						</OneButtonForm>
					</li>
				))}
			</ul>
		</section>
	);
}
