import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { countryName } from "@/lib/places/countries";
import { formatDay } from "@/lib/time/format";
import { FILTER_NAMES, type FilterName, type ListRequest, listHref } from "./list-address";

/** What was chosen, each with a link that takes it back. */
export function ActiveFilters({ chosen, view }: Pick<ListRequest, "chosen" | "view">) {
	const t = useTranslations("events.filters");
	const label = useFilterLabel();
	const active = FILTER_NAMES.flatMap((name) => {
		const value = chosen[name];
		return value === undefined ? [] : [{ name, value }];
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
							href={listHref({ ...chosen, view, [name]: undefined })}
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

function useFilterLabel(): (name: FilterName, value: string) => string {
	const t = useTranslations("events");
	const type = useTranslations("eventType");
	const locale = useLocale();
	return (name, value) => {
		switch (name) {
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
