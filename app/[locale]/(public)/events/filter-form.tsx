import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField, TextField } from "@/components/ui/text-fields";
import type { Facets } from "@/lib/calendar/facets";
import { countryName } from "@/lib/places/countries";
import { type ListRequest, VIEWS } from "./list-address";

export type Choices = {
	seasons: readonly { season: number | null; events: number }[];
	countries: readonly { country: string; events: number }[];
	types: readonly { type: string; events: number }[];
};

type Props = { request: ListRequest; choices: Choices; facets: Facets; currentSeason: number };

/** The filters; a plain GET form, so that each choice has an address and needs no script. */
export function FilterForm({ request, choices, facets, currentSeason }: Props) {
	const t = useTranslations("events.filters");
	const locale = useLocale();
	const { chosen } = request;
	return (
		<search>
			<form
				method="get"
				action={`/${locale}/events`}
				aria-label={t("label")}
				className="flex flex-col gap-4"
			>
				{request.view !== VIEWS[0] && <input type="hidden" name="view" value={request.view} />}
				<div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1.4fr_1.2fr_auto]">
					<TextField
						name="q"
						type="search"
						label={t("q")}
						defaultValue={chosen.q}
						placeholder={t("qHint")}
						maxLength={200}
						className="sm:col-span-2 lg:col-span-1"
						plain
					/>
					<CountryField choices={choices} counts={facets.country} chosen={chosen.country} />
					<SeasonField choices={choices} season={request.season} currentSeason={currentSeason} />
					<Button type="submit" className="sm:col-span-2 lg:col-span-1">
						{t("submit")}
					</Button>
				</div>
				<Disclosure summary={t("more")} open={Boolean(chosen.type || chosen.from || chosen.to)}>
					<div
						className={classNames(
							"grid items-end gap-4 lg:grid-cols-[2fr_1fr_1fr]",
							request.isReversed ? "sm:grid-cols-2" : "min-[24rem]:grid-cols-2",
						)}
					>
						<TypeField choices={choices} counts={facets.type} chosen={chosen.type} />
						<TextField name="from" type="date" label={t("from")} defaultValue={chosen.from} plain />
						<TextField
							name="to"
							type="date"
							label={t("to")}
							defaultValue={chosen.to}
							error={request.isReversed ? t("reversed") : undefined}
							plain
						/>
					</div>
				</Disclosure>
			</form>
		</search>
	);
}

type MenuProps = {
	choices: Choices;
	/** Events that each choice would give beside the other filters. */
	counts: Readonly<Record<string, number>>;
	chosen?: string;
};

function CountryField({ choices, counts, chosen }: MenuProps) {
	const t = useTranslations("events");
	const locale = useLocale();
	const countries = new Set(choices.countries.map(({ country }) => country));
	if (chosen) countries.add(chosen);
	const options = [...countries]
		.map((country) => ({
			value: country,
			name: countryName(country, locale),
			count: counts[country] ?? 0,
		}))
		.sort((a, b) => a.name.localeCompare(b.name, locale))
		.map(({ value, name, count }) => ({ value, label: t("option", { name, count }) }));
	return (
		<SelectField
			name="country"
			label={t("filters.country")}
			defaultValue={chosen ?? ""}
			options={[{ value: "", label: t("filters.anyCountry") }, ...options]}
			plain
		/>
	);
}

function SeasonField({
	choices,
	season,
	currentSeason,
}: {
	choices: Choices;
	season: string;
	currentSeason: number;
}) {
	const t = useTranslations("events");
	const years = new Set([
		currentSeason,
		...choices.seasons.flatMap((choice) => choice.season ?? []),
	]);
	if (/^\d+$/.test(season)) years.add(Number(season));
	const options = [...years]
		.sort((a, b) => b - a)
		.map((year) => ({
			value: String(year),
			label:
				year === currentSeason
					? t("filters.currentSeason", { season: String(year) })
					: String(year),
		}));
	return (
		<SelectField
			name="season"
			label={t("filters.season")}
			defaultValue={season}
			options={[
				{ value: "all", label: t("filters.allSeasons") },
				...options,
				{ value: "undated", label: t("yearNotKnown") },
			]}
			plain
		/>
	);
}

function TypeField({ choices, counts, chosen }: MenuProps) {
	const t = useTranslations("events");
	const names = useTranslations("eventType");
	const types = new Set([...choices.types.map(({ type }) => type), ...Object.keys(counts)]);
	if (chosen) types.add(chosen);
	return (
		<SelectField
			name="type"
			label={t("filters.type")}
			defaultValue={chosen ?? ""}
			options={[
				{ value: "", label: t("filters.anyType") },
				...[...types].map((type) => ({
					value: type,
					label: t("option", { name: names(type), count: counts[type] ?? 0 }),
				})),
			]}
			className="col-span-full lg:col-span-1"
			plain
		/>
	);
}
