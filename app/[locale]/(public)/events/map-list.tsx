import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Link } from "@/i18n/navigation";
import type { CityEvents, CountryEvents } from "@/lib/calendar/map-overview";
import type { ViewProps } from "./events-page";
import { listHref } from "./list-address";

type Props = {
	countries: readonly CountryEvents[];
	withoutPlace: number;
	request: ViewProps["request"];
};

/** A country with more cities than this tells the rest as a number. */
const MOST_CITIES = 12;

/** What the map shows, in words: each country and its cities, leading to the list of their events. */
export function MapList({ countries, withoutPlace, request: { chosen } }: Props) {
	const t = useTranslations("events.map");
	return (
		<section aria-labelledby="by-place">
			<h2 id="by-place" className="text-xl">
				{t("byPlace")}
			</h2>
			{withoutPlace > 0 && (
				<p className="mt-2 text-sm text-muted">{t("withoutPlace", { count: withoutPlace })}</p>
			)}
			<ul className="mt-4">
				{countries.map(({ country, name, events, cities }) => (
					<li key={country} className="border-t border-line py-2">
						<Link
							href={listHref({ ...chosen, country })}
							prefetch={false}
							className="flex min-h-9 items-center justify-between gap-3 leading-snug font-medium no-underline hover:text-accent"
						>
							<span className="min-w-0">{name}</span>
							<Count events={events} />
						</Link>
						<Cities cities={cities} chosen={chosen} />
					</li>
				))}
			</ul>
		</section>
	);
}

type CitiesProps = { cities: readonly CityEvents[]; chosen: Props["request"]["chosen"] };

function Cities({ cities, chosen }: CitiesProps) {
	const t = useTranslations("events.map");
	const [only, ...others] = cities;
	if (others.length === 0 && only?.name === null) return null;
	const shown = cities.slice(0, MOST_CITIES);
	const rest = cities.length - shown.length;
	return (
		<ul className="text-sm text-muted">
			{shown.map(({ city, name, events }) => (
				<li key={city ?? name} className="flex justify-between gap-3 py-0.5">
					<CityName
						name={name}
						href={city === null ? null : listHref({ ...chosen, city: String(city) })}
					/>
					{others.length > 0 && <Count events={events} />}
				</li>
			))}
			{rest > 0 && <li className="py-0.5">{t("moreCities", { count: rest })}</li>}
		</ul>
	);
}

function CityName({
	name,
	href,
}: {
	name: string | null;
	href: ComponentProps<typeof Link>["href"] | null;
}) {
	const t = useTranslations("events.map");
	if (name === null) return <span>{t("cityNotKnown")}</span>;
	if (href === null) return <bdi>{name}</bdi>;
	return (
		<Link href={href} prefetch={false} className="min-w-0 no-underline hover:text-accent">
			<bdi>{name}</bdi>
		</Link>
	);
}

function Count({ events }: { events: number }) {
	const t = useTranslations("events.map");
	return (
		<>
			<span aria-hidden="true" className="figures text-sm text-muted">
				{events}
			</span>
			<span className="sr-only">{t("somewhere", { count: events })}</span>
		</>
	);
}
