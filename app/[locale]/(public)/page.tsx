import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedFilterChoices, cachedSeasonNumbers, cachedUpcoming } from "@/app/cached-calendar";
import { alternatesOf, pageAddress } from "@/app/page-address";
import { Container } from "@/components/shell/container";
import { viewOf } from "@/lib/calendar/event-view";
import { currentSeason } from "@/lib/time/season";
import { HomeArchive } from "./home-archive";
import { HomeCountries } from "./home-countries";
import { HomeHero } from "./home-hero";
import { HomeNext } from "./home-next";
import { HomeNumbers } from "./home-numbers";
import { HomeRegister } from "./home-register";

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
		openGraph: {
			title,
			description,
			url: pageAddress(locale, ""),
			siteName: title,
			locale,
			type: "website",
		},
	};
}

/** This season of the calendar at a glance. */
export default async function HomePage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const now = new Date();
	const season = currentSeason(now);
	const [numbers, upcoming, choices] = await Promise.all([
		cachedSeasonNumbers(season),
		cachedUpcoming(NEXT_EVENTS),
		cachedFilterChoices(),
	]);
	const views = upcoming
		.map((event) => viewOf(event, locale, now))
		.filter((view) => view.phase !== "past");
	return (
		<Container>
			<HomeHero now={now} />
			<div className="mt-16 flex flex-col gap-20 sm:mt-24 sm:gap-28">
				<HomeNumbers numbers={numbers} now={now} />
				<HomeNext events={views} season={season} />
				<HomeCountries countries={numbers.countries} season={season} />
				<HomeRegister />
				<HomeArchive seasons={choices.seasons} currentSeason={season} />
			</div>
		</Container>
	);
}
