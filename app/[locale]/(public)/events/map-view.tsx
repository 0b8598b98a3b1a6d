import { getTranslations } from "next-intl/server";
import { cachedMemorials } from "@/app/cached-registers";
import { placeLine } from "@/components/calendar/place-line";
import { WorldPicture } from "@/components/calendar/world-picture";
import countryPlaces from "@/components/map/country-places.json";
import { EventMap } from "@/components/map/event-map";
import type { CountryLabel, MapTexts, MemorialPlace } from "@/components/map/map-props";
import { localCityName } from "@/lib/calendar/event-view";
import { mapOverview } from "@/lib/calendar/map-overview";
import { selectEvents } from "@/lib/calendar/select-events";
import { env } from "@/lib/env";
import { countryName } from "@/lib/places/countries";
import { groupByCity } from "@/lib/registers/groups";
import type { Memorial } from "@/lib/registers/schema";
import type { ViewProps } from "./events-page";
import { listHref } from "./list-address";
import { MapList } from "./map-list";
import { NoEvents } from "./no-events";

/** The events on a map of the world, and the same by country and city beside it. */
export async function MapView({ request, locale }: ViewProps) {
	const { filters, chosen } = request;
	const { rows } = await selectEvents(filters);
	if (rows.length === 0) return <NoEvents request={request} />;
	const t = await getTranslations("events.map");
	const { countries, dots, bounds, withoutPlace } = mapOverview(rows, locale);
	const { query } = listHref(chosen);
	return (
		<div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
			<div className="lg:sticky lg:top-4">
				<EventMap
					lang={locale}
					filters={parametersOf(filters)}
					listPath={`/${locale}/events?${new URLSearchParams(query)}`}
					bounds={bounds}
					countries={countryLabels(locale)}
					memorials={memorialPlaces(await cachedMemorials(), locale)}
					styleUrl={env().MAP_STYLE_URL ?? null}
					texts={await mapTexts()}
				>
					<WorldPicture
						points={dots.map(({ label, lat, lon, events }) => ({
							label,
							lat,
							lon,
							weight: events,
						}))}
					/>
				</EventMap>
				<p
					id="map-help"
					className="mt-3 max-w-narrow text-sm text-muted pointer-coarse:hidden print:hidden"
				>
					{t("help")}
				</p>
				<p className="mt-2 max-w-narrow text-sm text-muted">{t("borders")}</p>
			</div>
			<MapList countries={countries} withoutPlace={withoutPlace} request={request} />
		</div>
	);
}

/** The filters as the API takes them. */
function parametersOf(filters: ViewProps["request"]["filters"]): string {
	const given = Object.entries(filters).filter(([, value]) => value !== undefined);
	return new URLSearchParams(
		given.map(([name, value]) => [name, value === true ? "1" : String(value)]),
	).toString();
}

function countryLabels(locale: string): CountryLabel[] {
	return countryPlaces.map(([code, lon, lat, area]) => [
		countryName(String(code), locale),
		Number(lon),
		Number(lat),
		Number(area),
	]);
}

/** One stroke for each city. */
function memorialPlaces(memorials: readonly Memorial[], locale: string): MemorialPlace[] {
	return groupByCity(memorials).map(({ lat, lon, memorials: [first, ...others] }) => {
		const city = cityOf(first, locale);
		const more = others.length > 0 ? ` (${1 + others.length})` : "";
		const name = `${placeLine([city, countryName(first.country, locale)], locale)}${more}`;
		return [name, lon, lat, `/${locale}/memorials#${first.id}`];
	});
}

function cityOf({ geonameId, city }: Memorial, locale: string): string | null {
	return localCityName({ cityGeonameId: geonameId, cityName: city }, locale);
}

async function mapTexts(): Promise<MapTexts> {
	const t = await getTranslations("events.map");
	const [ui, problem, status, event] = await Promise.all([
		getTranslations("ui"),
		getTranslations("problem"),
		getTranslations("eventStatus"),
		getTranslations("event"),
	]);
	return {
		map: t("title"),
		controls: t("controls"),
		zoomIn: t("zoomIn"),
		zoomOut: t("zoomOut"),
		reset: t("reset"),
		loading: t("loading"),
		loadingEvents: t("loadingEvents"),
		failed: t("failed"),
		noWebgl: t("noWebgl"),
		dataFailed: t("dataFailed"),
		retry: problem("tryAgain"),
		nothingHere: t("nothingHere"),
		memorials: t("memorials"),
		close: ui("close"),
		all: t("all"),
		example: event("demoTitle"),
		cancelled: status("cancelled"),
		gestures: {
			windows: t("gestures.windows"),
			mac: t("gestures.mac"),
			touch: t("gestures.touch"),
		},
	};
}
