import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import {
	cachedSeasonCities,
	cachedSeasonNumbers,
	cachedSeasons,
	cachedUpcoming,
} from "@/app/cached-calendar";
import { cachedSeasonTheme } from "@/app/cached-places";
import { linkPreview } from "@/app/link-preview";
import { alternatesOf, pageAddress } from "@/app/page-address";
import { SeasonTheme } from "@/components/calendar/season-theme";
import { Container } from "@/components/shell/container";
import { viewOf } from "@/lib/calendar/event-view";
import { currentSeason, nextCommemoration } from "@/lib/time/season";
import { HomeArchive } from "./home-archive";
import { HomeCountries } from "./home-countries";
import { HomeHero } from "./home-hero";
import { HomeNext } from "./home-next";
import { HomeNumbers } from "./home-numbers";
import { HomeRegister } from "./home-register";
import { HomeWorld } from "./home-world";

type Props = { params: Promise<{ locale: string }> };

/** Days and phases turn over without a publication. */
export const revalidate = 300;

const NEXT_EVENTS = 8;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "site" });
	const title = t("name");
	const description = t("description");
	return {
		title: { absolute: title },
		description,
		alternates: alternatesOf(locale, ""),
		openGraph: await linkPreview(locale, { url: pageAddress(locale, "") }),
	};
}

/** This season of the calendar at a glance. */
export default async function HomePage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const now = new Date();
	const season = currentSeason(now);
	const [numbers, cities, upcoming, seasons, theme] = await Promise.all([
		cachedSeasonNumbers(season),
		cachedSeasonCities(season),
		cachedUpcoming(NEXT_EVENTS),
		cachedSeasons(),
		cachedSeasonTheme(nextCommemoration(now, "UTC").season),
	]);
	const views = upcoming
		.map((event) => viewOf(event, locale, now))
		.filter((view) => view.phase !== "past");
	return (
		<Container>
			<HomeHero now={now} />
			<div className="mt-10 flex flex-col gap-20 sm:gap-28">
				<SeasonTheme season={nextCommemoration(now, "UTC").season} texts={theme} />
				<div className="flex flex-col gap-10 sm:gap-12">
					<HomeWorld cities={cities} season={season} />
					<HomeNumbers numbers={numbers} now={now} />
				</div>
				<HomeNext events={views} season={season} />
				<HomeCountries countries={numbers.countries} />
				<HomeRegister />
				<HomeArchive seasons={seasons} currentSeason={season} />
			</div>
		</Container>
	);
}
