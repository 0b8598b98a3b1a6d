import { useLocale, useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { WorldPicture } from "@/components/calendar/world-picture";
import { Link } from "@/i18n/navigation";
import type { SeasonCity } from "@/lib/calendar/season-cities";
import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";

type Props = { cities: readonly SeasonCity[]; season: number };

/** Where in the world this season's events are; nothing while there are none. */
export function HomeWorld({ cities, season }: Props) {
	const t = useTranslations("home");
	const locale = useLocale();
	if (cities.length === 0) return null;
	const points = cities.map(({ city, country, lat, lon, events }) => ({
		lat,
		lon,
		weight: events,
		label: t("worldCity", {
			place: placeLine([nameOf(city, locale), countryName(country, locale)], locale),
			count: events,
		}),
		href: { pathname: "/events", query: { season: String(season), city: String(city) } },
	}));
	return (
		<section aria-labelledby="world">
			<h2 id="world" className="sr-only">
				{t("world", { season: String(season) })}
			</h2>
			{/* The ocean at both sides runs into the margins of the page. */}
			<div className="-mx-(--gutter)">
				<WorldPicture
					points={points}
					hrefOfMerged={({ lat, lon }) =>
						`/events?season=${season}&view=map#map=4.5/${lat.toFixed(3)}/${lon.toFixed(3)}`
					}
				/>
			</div>
			<p className="mt-4 text-sm text-muted print:hidden">
				{t.rich("worldText", {
					link: (chunks) => (
						<a href="#countries" className="text-link">
							{chunks}
						</a>
					),
				})}{" "}
				<Link
					href={{ pathname: "/events", query: { view: "map" } }}
					prefetch={false}
					className="text-link"
				>
					{t("worldMap")}
				</Link>
			</p>
		</section>
	);
}

function nameOf(geonameId: number, locale: string): string | null {
	const city = getCity(geonameId);
	return city && cityName(city, locale);
}
