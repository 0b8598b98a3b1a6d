import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedCity } from "@/app/cached-places";
import { feedAlternates } from "@/app/feed-alternates";
import { alternatesOf } from "@/app/page-address";
import { ComingEvents, PastEvents } from "@/components/calendar/coming-and-past-events";
import { FollowEvents } from "@/components/calendar/follow-events";
import { OrganiserList } from "@/components/calendar/organiser-list";
import { placeLine } from "@/components/calendar/place-line";
import { SeasonCounts } from "@/components/calendar/season-counts";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { permanentRedirect } from "@/i18n/navigation";
import { viewOf } from "@/lib/calendar/event-view";
import { cityPath, countryPath, readCitySegment } from "@/lib/calendar/paths";
import { seasonSegment } from "@/lib/calendar/tags";
import { env } from "@/lib/env";
import { countryName } from "@/lib/places/countries";
import { type City, cityName, getCity } from "@/lib/places/gazetteer";
import { earliestToday } from "@/lib/time/wall-time";
import { CityTime } from "./city-time";

type Props = { params: Promise<{ locale: string; country: string; city: string }> };

/** What is on and what is over changes without a publication. */
export const revalidate = 300;

/** Pages are rendered on first request: a build needs no database. */
export function generateStaticParams(): { city: string }[] {
	return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale, city: segment } = await params;
	const city = cityAt(segment);
	if (!city) return {};
	const t = await getTranslations({ locale, namespace: "city" });
	const place = placeLine([cityName(city, locale), countryName(city.country, locale)], locale);
	return {
		title: place,
		description: t("description", { place }),
		alternates: {
			...alternatesOf(locale, cityPath(city)),
			types: feedAlternates({ city: String(city.id) }, locale),
		},
	};
}

/** A city: its clocks, what is on and to come there, what was, and who holds it. */
export default async function CityPage({ params }: Props) {
	const { locale, country: countrySegment, city: segment } = await params;
	setRequestLocale(locale);
	const city = cityAt(segment);
	const page = city && (await cachedCity(city.id));
	if (!page) notFound();
	if (cityPath(city) !== `/countries/${countrySegment}/${segment}`)
		permanentRedirect({ href: cityPath(city), locale });
	const now = new Date();
	const t = await getTranslations("places");
	const countries = await getTranslations("countries");
	const organisers = await getTranslations("organisers");
	const country = countryName(city.country, locale);
	const listOf = (query: Record<string, string>) => ({
		pathname: "/events",
		query: { city: String(city.id), ...query },
	});
	return (
		<Container>
			<PageHeader
				crumbs={[
					{ label: countries("title"), href: "/countries" },
					{ label: country, href: countryPath(city.country) },
					{ label: cityName(city, locale) },
				]}
				eyebrow={country}
				title={cityName(city, locale)}
				lead={countries("pageLead")}
			/>
			<div className="grid gap-x-16 gap-y-16 lg:grid-cols-[minmax(0,1fr)_20rem]">
				<div className="flex min-w-0 flex-col gap-16">
					<ComingEvents
						events={page.coming.map((event) => viewOf(event, locale, now))}
						count={page.comingCount}
						listHref={listOf({ from: earliestToday(now) })}
					/>
					<PastEvents
						events={page.past.map((event) => viewOf(event, locale, now))}
						listHref={listOf({ season: "all" })}
					/>
				</div>
				<aside className="flex min-w-0 flex-col gap-12">
					<CityTime zone={city.timezone} now={now} />
					<section aria-labelledby="seasons">
						<h2 id="seasons" className="mb-4 text-xl">
							{t("seasons")}
						</h2>
						<SeasonCounts
							seasons={page.seasons}
							hrefOf={(season) => listOf({ season: seasonSegment(season) })}
							narrow
						/>
					</section>
				</aside>
			</div>
			<div className="mt-20 flex flex-col gap-20">
				{page.organisers.length > 0 && (
					<section aria-labelledby="organisers">
						<h2 id="organisers" className="mb-6 text-2xl">
							{organisers("title")}
						</h2>
						<OrganiserList organisers={page.organisers} country={city.country} />
					</section>
				)}
				<FollowEvents filters={{ city: String(city.id) }} origin={env().APP_URL} />
			</div>
		</Container>
	);
}

function cityAt(segment: string): City | null {
	const id = readCitySegment(segment);
	return id === null ? null : getCity(id);
}
