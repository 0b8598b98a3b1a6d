import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { Disclosure } from "@/components/ui/disclosure";
import type { WaitingClaim } from "@/lib/moderation/claim-queries";
import type { ReviewedOrganisation } from "@/lib/moderation/organisations";
import { formatDay } from "@/lib/time/format";
import { ReasonForm } from "../../reason-form";
import { confirmClaimant, refuseClaimant, vouchForClaimant } from "../actions";
import { vouchedBy } from "./vouched-by";

type Props = { organisation: ReviewedOrganisation; isFresh: boolean; locale: string };

/** Who says that the organisation is theirs: vouched for by one, confirmed by a second person. */
export async function ClaimsSection({ organisation, isFresh, locale }: Props) {
	const { id: organisationId, claims } = organisation;
	if (claims.length === 0) return null;
	const t = await getTranslations("adminOrganisations.claims");
	return (
		<section aria-labelledby="claims" className="flex flex-col gap-4">
			<h2 id="claims" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p className="text-muted">{t("text")}</p>
			<ul className="divide-y divide-line border-y border-line">
				{claims.map((claim) => (
					<li key={claim.id} className="flex flex-col gap-4 py-5">
						<Claimant claim={claim} locale={locale} />
						<Deeds {...{ claim, organisationId, isFresh, locale }} />
					</li>
				))}
			</ul>
		</section>
	);
}

async function Claimant({ claim, locale }: { claim: WaitingClaim; locale: string }) {
	const [t, badge] = await Promise.all([
		getTranslations("adminOrganisations.claims"),
		getTranslations("adminOrganisations.verification"),
	]);
	const { claimant, statement, method, email, domain, vouchedAt, createdAt } = claim;
	const dayOf = (at: Date) => formatDay(at.toISOString().slice(0, 10), locale);
	return (
		<>
			<p className="wrap-anywhere">
				{claimant.name && <bdi className="font-medium">{claimant.name} </bdi>}
				<bdi className={claimant.name ? "text-muted" : "font-medium"}>{claimant.email}</bdi>{" "}
				<span className="text-sm text-muted">{t("since", { day: dayOf(createdAt) })}</span>
			</p>
			<blockquote
				dir="auto"
				className="border-s-2 border-line-strong ps-4 whitespace-pre-line wrap-anywhere"
			>
				{statement}
			</blockquote>
			<ol className="flex list-decimal flex-col gap-2 ps-5 text-sm wrap-anywhere">
				<li>
					{method === "domain"
						? badge("proven", { email: email ?? "", domain: domain ?? "" })
						: badge("asked")}
				</li>
				<li>
					{vouchedAt ? badge(vouchedBy(claim), { day: dayOf(vouchedAt) }) : badge("notVouched")}
				</li>
			</ol>
			{claim.isOwn && <p>{t("own")}</p>}
		</>
	);
}

async function Deeds({
	claim: { id: claimId, mayVouch, mayConfirm, mayRefuse },
	organisationId,
	isFresh,
	locale,
}: {
	claim: WaitingClaim;
	organisationId: string;
	isFresh: boolean;
	locale: string;
}) {
	const t = await getTranslations("adminOrganisations.claims");
	const values = { organisationId, claimId, locale };
	return (
		<>
			<div className="flex flex-wrap gap-3 empty:hidden">
				{mayVouch && (
					<OneButtonForm run={vouchForClaimant} values={values}>
						{t("vouch")}
					</OneButtonForm>
				)}
				{mayConfirm && isFresh && (
					<OneButtonForm run={confirmClaimant} values={values}>
						{t("confirm")}
					</OneButtonForm>
				)}
			</div>
			{mayRefuse && (
				<Disclosure summary={t("refuse")} className="border-y-0">
					<ReasonForm
						action={refuseClaimant}
						hidden={values}
						idPrefix={`${values.claimId}-`}
						reason={t("reason")}
						hint={t("reasonHint")}
						send={t("refuse")}
					/>
				</Disclosure>
			)}
		</>
	);
}
