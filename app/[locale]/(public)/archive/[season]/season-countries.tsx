import { useLocale, useTranslations } from "next-intl";
import { Badge, StateBadge } from "@/components/ui/badge";
import { Link } from "@/i18n/navigation";
import type { EventLine, SeasonPage } from "@/lib/calendar/archive";
import { eventPath, localCityName } from "@/lib/calendar/event-view";
import { countryPath } from "@/lib/calendar/paths";
import { seasonSegment } from "@/lib/calendar/tags";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";
import { formatDay, formatDayShort } from "@/lib/time/format";

/** The countries of a season, those of most events first, each with its first events. */
export function SeasonCountries({ page }: { page: SeasonPage }) {
	const t = useTranslations("season");
	const events = useTranslations("events");
	const isDemo = page.countries.some(({ first }) => first.some((line) => line.isDemo));
	return (
		<section aria-labelledby="by-country">
			<h2 id="by-country" className="mb-6 text-2xl">
				{t("byCountry")}
			</h2>
			{isDemo && (
				<p className="mb-6 max-w-narrow border-s-2 border-warning ps-4 text-sm text-muted">
					{events("demoNotice")}
				</p>
			)}
			<div className="flex flex-col gap-8">
				{page.countries.map((country) => (
					<Country key={country.country} season={page.season} {...country} />
				))}
			</div>
		</section>
	);
}

type CountryProps = SeasonPage["countries"][number] & { season: number | null };

function Country({ season, country, events, first }: CountryProps) {
	const t = useTranslations("season");
	const locale = useLocale();
	return (
		<section className="grid gap-x-10 gap-y-2 border-t border-ink pt-4 lg:grid-cols-[14rem_1fr]">
			<h3 className="text-lg leading-snug">
				<Link
					href={countryPath(country)}
					prefetch={false}
					className="no-underline hover:text-accent hover:underline"
				>
					{countryName(country, locale)}
				</Link>
			</h3>
			<div className="min-w-0">
				<ul>
					{first.map((line) => (
						<Line key={line.id} line={line} season={season} />
					))}
				</ul>
				{events > first.length && (
					<Link
						href={{ pathname: "/events", query: { season: seasonSegment(season), country } }}
						prefetch={false}
						className="inline-flex min-h-11 items-center text-sm text-link"
					>
						{t("allOf", { count: events })}
					</Link>
				)}
			</div>
		</section>
	);
}

function Line({ line, season }: { line: EventLine; season: number | null }) {
	const locale = useLocale();
	const events = useTranslations("events");
	const status = useTranslations("eventStatus");
	const best = bestText(line.texts, locale);
	const city = localCityName(line, locale);
	return (
		<li className="grid gap-x-6 border-b border-line py-2.5 last:border-b-0 sm:grid-cols-[8rem_1fr]">
			<DayOf line={line} season={season} />
			<div className="min-w-0">
				<Link
					href={eventPath(line)}
					prefetch={false}
					lang={best?.isFallback ? best.text.locale : undefined}
					dir={best?.isFallback ? "auto" : undefined}
					className="block py-1 leading-snug no-underline hover:text-accent hover:underline"
				>
					{best?.text.title}
				</Link>
				<p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted empty:hidden">
					{city && <bdi>{city}</bdi>}
					{line.status !== "scheduled" && (
						<StateBadge state={line.status}>{status(line.status)}</StateBadge>
					)}
					{line.isDemo && <Badge tone="warning">{events("demo")}</Badge>}
				</p>
			</div>
		</li>
	);
}

/** The year is said where it is not the season's, as in December. */
function DayOf({ line: { startDate }, season }: { line: EventLine; season: number | null }) {
	const t = useTranslations("season");
	const locale = useLocale();
	if (startDate === null)
		return <p className="py-1 text-sm text-muted">{season !== null && t("dayNotKnown")}</p>;
	const isSeasons = startDate.startsWith(String(season));
	return (
		<p className="figures py-1 text-sm text-muted">
			<time dateTime={startDate}>
				{isSeasons ? formatDayShort(startDate, locale) : formatDay(startDate, locale)}
			</time>
		</p>
	);
}
