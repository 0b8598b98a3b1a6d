import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedCountry } from "@/app/cached-places";
import { feedAlternates } from "@/app/feed-alternates";
import { alternatesOf } from "@/app/page-address";
import { ComingEvents, PastEvents } from "@/components/calendar/coming-and-past-events";
import { FollowEvents } from "@/components/calendar/follow-events";
import { NumberRow } from "@/components/calendar/number-row";
import { OrganiserList } from "@/components/calendar/organiser-list";
import { SeasonCounts } from "@/components/calendar/season-counts";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { permanentRedirect } from "@/i18n/navigation";
import { viewOf } from "@/lib/calendar/event-view";
import type { Numbers } from "@/lib/calendar/numbers";
import { countryPath } from "@/lib/calendar/paths";
import { seasonSegment } from "@/lib/calendar/tags";
import { env } from "@/lib/env";
import { countryName, isCountry } from "@/lib/places/countries";
import { earliestToday } from "@/lib/time/wall-time";
import { CountryCities } from "./country-cities";
import { NoEventsHere } from "./no-events-here";

type Props = { params: Promise<{ locale: string; country: string }> };

/** What is on and what is over changes without a publication. */
export const revalidate = 300;

/** Pages are rendered on first request: a build needs no database. */
export function generateStaticParams(): { country: string }[] {
	return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale, country: segment } = await params;
	const country = segment.toUpperCase();
	if (!isCountry(country)) return {};
	const { numbers, organisers } = await cachedCountry(country);
	const t = await getTranslations({ locale, namespace: "countries" });
	const name = countryName(country, locale);
	return {
		title: name,
		description: t("description", { country: name }),
		alternates: {
			...alternatesOf(locale, countryPath(country)),
			types: feedAlternates({ country }, locale),
		},
		robots: numbers.events + organisers.length === 0 ? { index: false } : undefined,
	};
}

/** A country: what is on and to come there, what was, where, and who holds it. */
export default async function CountryPage({ params }: Props) {
	const { locale, country: segment } = await params;
	setRequestLocale(locale);
	const country = segment.toUpperCase();
	if (!isCountry(country)) notFound();
	if (segment !== country.toLowerCase()) permanentRedirect({ href: countryPath(country), locale });
	const now = new Date();
	const page = await cachedCountry(country);
	const t = await getTranslations("countries");
	const places = await getTranslations("places");
	const organisers = await getTranslations("organisers");
	const listOf = (query: Record<string, string>) => ({
		pathname: "/events",
		query: { country, ...query },
	});
	const hasEvents = page.numbers.events > 0;
	return (
		<Container>
			<PageHeader
				crumbs={[
					{ label: t("title"), href: "/countries" },
					{ label: countryName(country, locale) },
				]}
				title={countryName(country, locale)}
				lead={hasEvents && t("pageLead")}
			/>
			<div className="flex flex-col gap-20">
				{hasEvents ? (
					<>
						<CountryNumbers numbers={page.numbers} />
						<ComingEvents
							events={page.coming.map((event) => viewOf(event, locale, now))}
							count={page.comingCount}
							listHref={listOf({ from: earliestToday(now) })}
						/>
						<CountryCities cities={page.cities} />
						<PastEvents
							events={page.past.map((event) => viewOf(event, locale, now))}
							listHref={listOf({ season: "all" })}
						/>
						<section aria-labelledby="seasons">
							<h2 id="seasons" className="mb-6 text-2xl">
								{places("seasons")}
							</h2>
							<SeasonCounts
								seasons={page.seasons}
								hrefOf={(season) => listOf({ season: seasonSegment(season) })}
							/>
						</section>
					</>
				) : (
					<NoEventsHere />
				)}
				{page.organisers.length > 0 && (
					<section aria-labelledby="organisers">
						<h2 id="organisers" className="mb-6 text-2xl">
							{organisers("title")}
						</h2>
						<OrganiserList organisers={page.organisers} country={country} />
					</section>
				)}
				<FollowEvents filters={{ country }} origin={env().APP_URL} />
			</div>
		</Container>
	);
}

async function CountryNumbers({ numbers }: { numbers: Numbers }) {
	const t = await getTranslations("places");
	const home = await getTranslations("home");
	const { events, cities, organisers, firstSeason } = numbers;
	return (
		<NumberRow
			title={t("numbers")}
			items={[
				{ key: "events", value: events, label: home("events", { count: events }) },
				{ key: "cities", value: cities, label: home("cities", { count: cities }) },
				{
					key: "organisers",
					value: organisers,
					label: t("organisersCounted", { count: organisers }),
				},
				...(firstSeason === null
					? []
					: [{ key: "first", value: String(firstSeason), label: t("firstSeason") }]),
			]}
		/>
	);
}
