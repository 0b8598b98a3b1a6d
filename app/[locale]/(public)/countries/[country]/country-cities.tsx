import { useLocale, useTranslations } from "next-intl";
import { CountList } from "@/components/calendar/count-list";
import type { CityCount } from "@/lib/calendar/numbers";
import { cityPath } from "@/lib/calendar/paths";
import { cityName, getCity } from "@/lib/places/gazetteer";

/** The cities of a country, those of most events first; nothing where no event names one. */
export function CountryCities({ cities }: { cities: readonly CityCount[] }) {
	const t = useTranslations("places");
	const locale = useLocale();
	if (cities.length === 0) return null;
	return (
		<section aria-labelledby="cities">
			<h2 id="cities" className="mb-6 text-2xl">
				{t("cities")}
			</h2>
			<CountList
				lines={cities.map(({ city: id, name, events }) => {
					const city = id === null ? null : getCity(id);
					return {
						key: String(id ?? name),
						name: <bdi>{city ? cityName(city, locale) : name}</bdi>,
						href: city ? cityPath(city) : undefined,
						events,
					};
				})}
			/>
		</section>
	);
}
