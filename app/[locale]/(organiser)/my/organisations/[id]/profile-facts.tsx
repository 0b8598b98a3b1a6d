import { getTranslations } from "next-intl/server";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { readWaiting } from "@/lib/calendar/publish-profile";
import type { MyOrganisation } from "@/lib/organisations/queries";
import { countryName } from "@/lib/places/countries";
import { hostOf } from "@/lib/text/host-of";
import { languageNames } from "@/lib/text/languages";

/** The profile as it was saved last, whether it is public yet or not. */
export async function ProfileFacts({
	organisation,
	locale,
}: {
	organisation: MyOrganisation;
	locale: string;
}) {
	const [t, kinds] = await Promise.all([
		getTranslations("organisation.profile"),
		getTranslations("organisationKind"),
	]);
	const profile = readWaiting(organisation.waiting) ?? organisation;
	const logoId = organisation.waiting === null ? organisation.logoId : organisation.waitingLogoId;
	const place = [profile.cityName, countryName(profile.country, locale)].filter(Boolean);
	const facts: (Definition | false)[] = [
		{ key: "name", term: t("name"), details: <bdi>{profile.name}</bdi> },
		{ key: "kind", term: t("kind"), details: kinds(profile.kind) },
		{ key: "seat", term: t("seat"), details: place.join(" · ") },
		profile.covers.length > 0 && {
			key: "covers",
			term: t("covers"),
			details: profile.covers.map((code) => countryName(code, locale)).join(" · "),
		},
		profile.texts.length > 0 && {
			key: "texts",
			term: t("languages"),
			details: languageNames(
				profile.texts.map((text) => text.locale),
				locale,
			),
		},
		profile.website !== null && {
			key: "website",
			term: t("website"),
			details: <bdi>{hostOf(profile.website)}</bdi>,
		},
		profile.contactEmail !== null && {
			key: "contact",
			term: t("contactEmail"),
			details: <bdi className="wrap-anywhere">{profile.contactEmail}</bdi>,
		},
	];
	return (
		<section aria-labelledby="profile" className="flex flex-col gap-4">
			<h2 id="profile" className="text-xl font-medium">
				{t("title")}
			</h2>
			{logoId && (
				// biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off
				<img
					src={`/media/${logoId}/480`}
					alt={t("logo")}
					className="max-h-32 max-w-full self-start rounded-sm border border-line"
				/>
			)}
			<DefinitionList items={facts.filter((fact) => fact !== false)} />
		</section>
	);
}
