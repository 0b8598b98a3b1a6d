import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { DEFAULT_RADIUS_KM } from "@/lib/calendar/filters";
import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { languageName } from "@/lib/text/languages";
import { formatDay } from "@/lib/time/format";
import { FILTER_NAMES, type FilterName, type ListRequest, listHref } from "./list-address";
import { nearLabel } from "./near-label";

type Props = Pick<ListRequest, "chosen" | "view"> & {
	/** Names of organisers by slug. */
	organisers: Readonly<Record<string, string>>;
};

/** What was chosen, each with a link that takes it back. */
export function ActiveFilters({ chosen, view, organisers }: Props) {
	const t = useTranslations("events.filters");
	const label = useFilterLabel({ chosen, organisers });
	const active = FILTER_NAMES.flatMap((name) => {
		const value = chosen[name];
		// The distance stands with its place, and goes with it.
		return value === undefined || name === "radius" ? [] : [{ name, value }];
	});
	if (active.length === 0) return null;
	return (
		<div className="flex flex-wrap items-center gap-2 print:hidden">
			<p id="chosen" className="me-1 text-sm text-muted">
				{t("active")}
			</p>
			<ul aria-labelledby="chosen" className="flex flex-wrap gap-2">
				{active.map(({ name, value }) => (
					<li key={name}>
						<Link
							href={listHref({
								...chosen,
								view,
								[name]: undefined,
								...(name === "near" ? { radius: undefined } : {}),
							})}
							prefetch={false}
							aria-label={t("remove", { filter: label(name, value) })}
							className="inline-flex min-h-11 items-center gap-3 rounded-sm border border-line-strong bg-surface px-3 text-sm no-underline hover:border-ink"
						>
							{label(name, value)}
							<Cross />
						</Link>
					</li>
				))}
			</ul>
			{active.length > 1 && (
				<Link
					href={listHref({ view })}
					prefetch={false}
					className="inline-flex min-h-11 items-center px-2 text-sm text-link"
				>
					{t("clear")}
				</Link>
			)}
		</div>
	);
}

function useFilterLabel({
	chosen,
	organisers,
}: Pick<Props, "chosen" | "organisers">): (name: FilterName, value: string) => string {
	const t = useTranslations("events");
	const type = useTranslations("eventType");
	const locale = useLocale();
	return (name, value) => {
		switch (name) {
			case "city": {
				const city = getCity(Number(value));
				return city ? cityName(city, locale) : value;
			}
			case "near":
				return t("filters.chipNear", {
					km: Number(chosen.radius ?? DEFAULT_RADIUS_KM),
					place: nearLabel(value, locale),
				});
			case "radius":
				return t("filters.kilometres", { km: Number(value) });
			case "organiser":
				return organisers[value] ?? value;
			case "attendance":
				return t(`filters.attendances.${value}`);
			case "language":
				return t("filters.chipLanguage", { language: languageName(value, locale) });
			case "text":
				return t("filters.chipText", { language: languageName(value, locale) });
			case "free":
			case "accessible":
				return t(`filters.${name}`);
			case "q":
				return t("filters.chipQ", { words: value });
			case "country":
				return countryName(value, locale);
			case "type":
				return type(value);
			case "season":
				return seasonLabel(value, { all: t("filters.allSeasons"), undated: t("yearNotKnown") });
			case "from":
				return t("filters.chipFrom", { date: formatDay(value, locale) });
			case "to":
				return t("filters.chipTo", { date: formatDay(value, locale) });
		}
	};
}

function seasonLabel(season: string, words: { all: string; undated: string }): string {
	if (season === "all") return words.all;
	return season === "undated" ? words.undated : season;
}

function Cross() {
	return (
		<svg
			aria-hidden="true"
			viewBox="0 0 12 12"
			className="h-2.5 w-2.5 flex-none"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.5"
		>
			<path d="m1.5 1.5 9 9m0-9-9 9" />
		</svg>
	);
}
