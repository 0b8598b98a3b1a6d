import { useLocale, useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { WorldPicture } from "@/components/calendar/world-picture";
import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { groupByCity } from "@/lib/registers/groups";
import type { Memorial } from "@/lib/registers/schema";

/** The cities that have a memorial, each leading to its first one; the list under it says the same. */
export function MemorialWorld({ memorials }: { memorials: readonly Memorial[] }) {
	const t = useTranslations("memorials");
	const locale = useLocale();
	const points = groupByCity(memorials).map(({ lat, lon, memorials: group }) => ({
		lat,
		lon,
		weight: group.length,
		label: `${placeOf(group[0], locale)}\n${t("count", { count: group.length })}`,
		href: `/memorials#${group[0].id}`,
	}));
	return (
		<figure className="mb-14 print:hidden">
			<WorldPicture points={points} />
			<figcaption className="mt-4 text-sm text-muted">{t("worldText")}</figcaption>
		</figure>
	);
}

function placeOf({ geonameId, city, country }: Memorial, locale: string): string {
	const known = geonameId === null ? null : getCity(geonameId);
	return placeLine([known ? cityName(known, locale) : city, countryName(country, locale)], locale);
}
