import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/disclosure";
import type { MyOrganisation } from "@/lib/organisations/queries";
import { countryName } from "@/lib/places/countries";
import { formatDay } from "@/lib/time/format";
import { VerificationForm } from "./verification-form";

type Props = { organisation: MyOrganisation; isOwner: boolean; email: string; locale: string };

/** Whether the organisation is verified, how a request for it stands, and how to ask. */
export async function VerificationSection({ organisation, isOwner, email, locale }: Props) {
	const t = await getTranslations("organisation.verification");
	const { id, verifiedAt, trustedAt, verification } = organisation;
	return (
		<section aria-labelledby="verification" className="flex flex-col gap-4">
			<h2 id="verification" className="text-xl font-medium">
				{t("title")}
			</h2>
			<p>
				{verifiedAt
					? t("verified", { day: formatDay(verifiedAt.toISOString().slice(0, 10), locale) })
					: await requestText(organisation)}
			</p>
			{trustedAt && <p className="text-sm text-muted">{t("trusted")}</p>}
			{verifiedAt && <BadgeBasis organisation={organisation} locale={locale} />}
			{!verifiedAt && isOwner && (
				<Disclosure summary={t(verification ? "askAgain" : "ask")}>
					<VerificationForm organisationId={id} email={email} locale={locale} />
				</Disclosure>
			)}
		</section>
	);
}

async function requestText({ verification }: MyOrganisation): Promise<string> {
	const t = await getTranslations("organisation.verification");
	if (!verification) return t("none");
	if (verification.vouchedAt) return t("vouched");
	if (verification.method === "coordinator") return t("askedCoordinator");
	return t(verification.provenAt ? "proven" : "mailed", { email: verification.email ?? "" });
}

async function BadgeBasis({
	organisation,
	locale,
}: {
	organisation: MyOrganisation;
	locale: string;
}) {
	const t = await getTranslations("organisers");
	const { verifiedBy, verifiedWith } = organisation;
	if (!verifiedBy || !verifiedWith) return null;
	return (
		<p className="text-sm text-muted">
			{verifiedBy === "domain"
				? t("vouchedByDomain", { domain: verifiedWith })
				: t("vouchedByCoordinator", { country: countryName(verifiedWith, locale) })}
		</p>
	);
}
