import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { linkPreview } from "@/app/link-preview";
import { alternatesOf } from "@/app/page-address";
import { readSunDay } from "@/app/sun-day";
import { Announcer } from "@/components/sun/announcer";
import { HoursPassed } from "@/components/sun/band-now";
import { DayBand } from "@/components/sun/day-band";
import { KeepFresh } from "@/components/sun/keep-fresh";
import { WallClock } from "@/components/sun/wall-clock";
import { WallControls } from "@/components/sun/wall-controls";
import { WallStage } from "@/components/sun/wall-stage";
import { formatDay } from "@/lib/time/format";
import { anniversaryOf } from "@/lib/time/season";

type Props = { params: Promise<{ locale: string }> };

export const revalidate = 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "sun" });
	return {
		title: `${t("title")} · ${t("wall")}`,
		alternates: alternatesOf(locale, "/follow-the-sun/wall"),
		// The same day as on the page itself, for a screen in a hall.
		robots: { index: false, follow: true },
		openGraph: await linkPreview(locale),
	};
}

/** The day for a screen in a hall: no navigation, large type, dark ink. */
export default async function WallPage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const [day, t, events, site] = await Promise.all([
		readSunDay(locale, new Date()),
		getTranslations("sun"),
		getTranslations("events"),
		getTranslations("site"),
	]);
	const { earth, renderedAt } = day;
	const hasDemo = day.stations.some(({ places }) =>
		places.some(({ events: held }) => held.some(({ isDemo }) => isDemo)),
	);
	return (
		<main className="wall flex min-h-dvh flex-col gap-[1.5vmin] bg-paper p-[2.5vmin] text-ink">
			<header className="flex flex-wrap items-start justify-between gap-x-[4em] gap-y-[1em]">
				<div>
					<h1 className="text-[1.5em] leading-tight font-medium">{t("title")}</h1>
					<p className="figures text-ink-soft">
						{formatDay(day.date, locale)} ·{" "}
						{events("anniversary", { number: anniversaryOf(day.season) })}
					</p>
				</div>
				<WallClock label={t("screen.here")} locale={locale} />
			</header>
			<WallStage day={day} />
			<footer>
				<DayBand day={day} nowLabel={t("now")} className="h-[max(12vmin,6rem)]" />
				<div className="mt-[1em] flex flex-wrap items-baseline justify-between gap-x-[2em] text-[0.75em] text-muted landscape:sm:flex-nowrap">
					<p className="figures">
						{site("name")}.{" "}
						<HoursPassed earth={earth} renderedAt={renderedAt} text={t.raw("band.passed")} />
						{hasDemo && ` ${events("demoNotice")}`}
					</p>
					<WallControls
						locale={locale}
						texts={{ fullScreen: t("screen.fullScreen"), leave: t("screen.leave") }}
					/>
				</div>
			</footer>
			<Announcer day={day} />
			<KeepFresh />
		</main>
	);
}
