import { useTranslations } from "next-intl";
import { countryName } from "@/lib/places/countries";

/** Whose figures these are: a coordinator's are those of some countries. */
export function ScopeLine({
	countries,
	locale,
}: {
	countries: readonly string[] | null;
	locale: string;
}) {
	const t = useTranslations("figures");
	if (countries === null) return <p className="text-muted">{t("scope.all")}</p>;
	const names = countries.map((country) => countryName(country, locale));
	const list = new Intl.ListFormat(locale, { type: "conjunction" });
	return <p className="text-muted">{t("scope.own", { countries: list.format(names.sort()) })}</p>;
}
