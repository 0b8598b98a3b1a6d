import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/text-fields";
import type { Counts, Facets } from "@/lib/calendar/facets";
import { ATTENDANCE_CHOICES } from "@/lib/calendar/filters";
import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { languageName } from "@/lib/text/languages";
import type { ListRequest } from "./list-address";

/** Menus of more values are no help; the words and the map find the others. */
const MAX_OPTIONS = 150;

export type MenuProps = {
	/** Events that each choice would give beside the other filters. */
	facets: Facets;
	chosen: ListRequest["chosen"];
};

type Option = { value: string; name: string; count: number };

/** A menu of values with the numbers that they would give; without the values that give nothing. */
function Menu({
	name,
	unchosen,
	options,
	chosen,
}: {
	name: keyof Facets;
	/** What no choice means. */
	unchosen: string;
	options: readonly Option[];
	chosen: string | undefined;
}) {
	const t = useTranslations("events");
	return (
		<SelectField
			name={name}
			label={t(`filters.${name}`)}
			defaultValue={chosen ?? ""}
			options={[
				{ value: "", label: unchosen },
				...options.map(({ value, name: label, count }) => ({
					value,
					label: t("option", { name: label, count }),
				})),
			]}
			plain
		/>
	);
}

export function CountryMenu({ facets, chosen }: MenuProps) {
	const t = useTranslations("events.filters");
	const locale = useLocale();
	const options = useNamed(facets.country, chosen.country, (code) => countryName(code, locale));
	return (
		<Menu name="country" unchosen={t("anyCountry")} options={options} chosen={chosen.country} />
	);
}

export function CityMenu({ facets, chosen }: MenuProps) {
	const t = useTranslations("events.filters");
	const locale = useLocale();
	const options = useNamed(facets.city, chosen.city, (id) => {
		const city = getCity(Number(id));
		return city ? cityName(city, locale) : id;
	});
	return <Menu name="city" unchosen={t("anyCity")} options={options} chosen={chosen.city} />;
}

export function TypeMenu({ facets, chosen }: MenuProps) {
	const t = useTranslations("events.filters");
	const type = useTranslations("eventType");
	const options = useNamed(facets.type, chosen.type, (value) => type(value));
	return <Menu name="type" unchosen={t("anyType")} options={options} chosen={chosen.type} />;
}

export function AttendanceMenu({ facets, chosen }: MenuProps) {
	const t = useTranslations("events.filters");
	const options = ATTENDANCE_CHOICES.filter(
		(value) => facets.attendance[value] !== undefined || value === chosen.attendance,
	).map((value) => ({
		value,
		name: t(`attendances.${value}`),
		count: facets.attendance[value] ?? 0,
	}));
	return (
		<Menu
			name="attendance"
			unchosen={t("anyAttendance")}
			options={options}
			chosen={chosen.attendance}
		/>
	);
}

/** Of the languages spoken, or of those that texts are written in. */
export function LanguageMenu({ name, facets, chosen }: MenuProps & { name: "language" | "text" }) {
	const t = useTranslations("events.filters");
	const locale = useLocale();
	const options = useNamed(facets[name], chosen[name], (tag) => languageName(tag, locale));
	return <Menu name={name} unchosen={t("anyLanguage")} options={options} chosen={chosen[name]} />;
}

export function OrganiserMenu({
	facets,
	chosen,
	names,
}: MenuProps & { names: Readonly<Record<string, string>> }) {
	const t = useTranslations("events.filters");
	const options = useNamed(facets.organiser, chosen.organiser, (slug) => names[slug] ?? slug);
	return (
		<Menu
			name="organiser"
			unchosen={t("anyOrganiser")}
			options={options}
			chosen={chosen.organiser}
		/>
	);
}

export function SeasonMenu({
	facets,
	season,
	currentSeason,
}: Pick<MenuProps, "facets"> & { season: string; currentSeason: number }) {
	const t = useTranslations("events");
	const years = new Set(Object.keys(facets.season).filter((key) => key !== "undated"));
	years.add(String(currentSeason));
	if (/^\d+$/.test(season)) years.add(season);
	const nameOf = (year: string) =>
		year === String(currentSeason) ? t("filters.currentSeason", { season: year }) : year;
	const option = (value: string, name: string) => ({
		value,
		label: t("option", { name, count: facets.season[value] ?? 0 }),
	});
	return (
		<SelectField
			name="season"
			label={t("filters.season")}
			defaultValue={season}
			options={[
				{
					value: "all",
					label: t("option", {
						name: t("filters.allSeasons"),
						count: Object.values(facets.season).reduce((sum, count) => sum + count, 0),
					}),
				},
				...[...years]
					.sort()
					.reverse()
					.map((year) => option(year, nameOf(year))),
				...(facets.season.undated || season === "undated"
					? [option("undated", t("yearNotKnown"))]
					: []),
			]}
			plain
		/>
	);
}

/** The values with most events, in the alphabetical order of the reader's language. */
function useNamed(
	counts: Counts,
	chosen: string | undefined,
	nameOf: (value: string) => string,
): Option[] {
	const { compare } = new Intl.Collator(useLocale());
	const values = Object.entries(counts)
		.sort(([, a], [, b]) => b - a)
		.slice(0, MAX_OPTIONS)
		.map(([value]) => value);
	return [...new Set(chosen ? [...values, chosen] : values)]
		.map((value) => ({ value, name: nameOf(value), count: counts[value] ?? 0 }))
		.sort((a, b) => compare(a.name, b.name));
}
