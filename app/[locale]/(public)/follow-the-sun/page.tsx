import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { alternatesOf } from "@/app/page-address";
import { readSunDay } from "@/app/sun-day";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Announcer } from "@/components/sun/announcer";
import { KeepFresh } from "@/components/sun/keep-fresh";
import { NowPanel } from "@/components/sun/now-panel";
import { StationList } from "@/components/sun/station-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Link } from "@/i18n/navigation";
import { formatDay, formatInstant, formatWeekday } from "@/lib/time/format";
import { anniversaryOf } from "@/lib/time/season";
import { FiftyHours } from "./fifty-hours";

type Props = { params: Promise<{ locale: string }> };

/** What the page says without script is a minute old while people look at it. */
export const revalidate = 60;

const ORDER_ID = "order";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "sun" });
	return {
		title: t("title"),
		description: t("lead"),
		alternates: alternatesOf(locale, "/follow-the-sun"),
	};
}

/** The day itself: the places in the order in which 26 February reaches them. */
export default async function FollowTheSunPage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const now = new Date();
	const [day, t, home, nav, list] = await Promise.all([
		readSunDay(locale, now),
		getTranslations("sun"),
		getTranslations("home"),
		getTranslations("nav"),
		getTranslations("events"),
	]);
	const { season, date } = day;
	const places = day.stations.flatMap((station) => station.places);
	const hasEvents = places.some(({ path }) => path !== null);
	const hasDemo = places.some(({ events }) => events.some(({ isDemo }) => isDemo));
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				eyebrow={home("eyebrow", {
					number: anniversaryOf(season),
					weekday: formatWeekday(date, locale),
					date: formatDay(date, locale),
				})}
				title={t("title")}
				lead={t("lead")}
				actions={
					<ButtonLink href="/follow-the-sun/wall" prefetch={false} variant="secondary">
						{t("wall")}
					</ButtonLink>
				}
			/>
			<div className="flex flex-col gap-16 sm:gap-20">
				<section aria-labelledby="moment">
					<h2 id="moment" className="sr-only">
						{t("atThisMoment")}
					</h2>
					<noscript>
						<p className="figures mb-6 text-sm text-muted">
							{t("asOf", { time: formatInstant(now, "UTC", locale) })}
						</p>
					</noscript>
					<NowPanel day={day} orderId={ORDER_ID}>
						<Link
							href={{ pathname: "/events", query: { season: String(season) } }}
							prefetch={false}
							className="mt-4 inline-flex min-h-11 items-center text-link"
						>
							{home("nextAll", { season: String(season) })}
						</Link>
					</NowPanel>
				</section>
				<FiftyHours day={day} />
				<section aria-labelledby="order-title">
					<h2 id="order-title" className="mb-6 text-2xl">
						{t("order")}
					</h2>
					{hasDemo && (
						<p className="mb-8 max-w-narrow border-s-2 border-warning ps-4 text-sm text-muted">
							{list("demoNotice")}
						</p>
					)}
					<StationList id={ORDER_ID} day={day} />
					{!hasEvents && (
						<EmptyState
							title={t("empty.title")}
							action={<ButtonLink href="/my/events/new">{home("register")}</ButtonLink>}
						>
							{t("empty.text")}
						</EmptyState>
					)}
				</section>
			</div>
			<Announcer day={day} />
			<KeepFresh />
		</Container>
	);
}
