import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedEvent, cachedFormerAddress, cachedParts } from "@/app/cached-calendar";
import { readEventAddress } from "@/app/event-address";
import { linkPreview } from "@/app/link-preview";
import { eventPreviewImage } from "@/app/og/preview-image";
import { alternatesOf, pageAddress } from "@/app/page-address";
import { EventBadges, hasBadges } from "@/components/calendar/event-badges";
import { ReportLink } from "@/components/calendar/report-link";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { permanentRedirect } from "@/i18n/navigation";
import { eventPath, viewOf } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import { seasonSegment } from "@/lib/calendar/tags";
import { env } from "@/lib/env";
import { toFeedEvent } from "@/lib/feeds/from-published";
import { truncate } from "@/lib/text/plain";
import { anniversaryOf } from "@/lib/time/season";
import { AddToCalendar } from "./add-to-calendar";
import { EventBody } from "./event-body";
import { EventJsonLd } from "./event-json-ld";
import { EventRecap } from "./event-recap";
import { EventShare } from "./event-share";

type Props = { params: Promise<{ locale: string; season: string; slug: string }> };

/** Whether an event is to come, on, or over changes without a publication. */
export const revalidate = 300;

const DESCRIPTION_LENGTH = 160;

/** Pages are rendered on first request: a build needs no database. */
export function generateStaticParams(): { season: string; slug: string }[] {
	return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale, season, slug } = await params;
	const event = await eventAt(season, slug);
	if (!event) return {};
	const feedEvent = toFeedEvent(event, { locale, origin: env().APP_URL });
	const { title, url, pictures } = feedEvent;
	// The drawn one first: a preview is small, and says more by its words than by a photograph.
	const images = [
		await eventPreviewImage(event, locale),
		...pictures.slice(0, 1).map((picture) => ({ url: picture.url, alt: picture.alt ?? undefined })),
	];
	return {
		title,
		description: truncate(feedEvent.descriptionText.replace(/\s+/g, " "), DESCRIPTION_LENGTH),
		alternates: alternatesOf(locale, eventPath(event)),
		robots: event.visibility === "unlisted" || event.isDemo ? { index: false } : undefined,
		openGraph: { ...(await linkPreview(locale, { url, images })), title, type: "article" },
	};
}

/** One event, with all that is public about it. */
export default async function EventPage({ params }: Props) {
	const { locale, season, slug } = await params;
	setRequestLocale(locale);
	const event = await eventAt(season, slug);
	if (!event) return leaveForPresentAddress({ locale, season, slug });
	const t = await getTranslations("event");
	const list = await getTranslations("events");
	const nav = await getTranslations("nav");
	const type = await getTranslations("eventType");
	const now = new Date();
	const inLocale = { locale, origin: env().APP_URL };
	const view = viewOf(event, locale, now);
	const feedEvent = toFeedEvent(event, inLocale);
	const parts = await cachedParts(event);
	const seasonName = event.season === null ? list("yearNotKnown") : String(event.season);
	const seasonPath = seasonSegment(event.season);
	return (
		<Container>
			<EventJsonLd
				feedEvent={feedEvent}
				parts={parts.map((part) => toFeedEvent(part, inLocale))}
				preview={(await eventPreviewImage(event, locale)).url}
				crumbs={[
					{ name: nav("events"), url: pageAddress(locale, "/events") },
					{ name: seasonName, url: pageAddress(locale, `/events?season=${seasonPath}`) },
					{ name: view.title, url: feedEvent.url },
				]}
			/>
			<PageHeader
				crumbs={[
					{ label: nav("events"), href: "/events" },
					{
						label: seasonName,
						href: { pathname: "/events", query: { season: seasonPath } },
					},
					{ label: type(event.type) },
				]}
				eyebrow={
					event.season !== null &&
					t("anniversaryOf", { number: anniversaryOf(event.season), type: type(event.type) })
				}
				title={<bdi lang={view.titleLanguage ?? undefined}>{view.title}</bdi>}
				badges={hasBadges({ event: view }) && <EventBadges event={view} />}
			/>
			<EventBody
				event={event}
				view={view}
				feedEvent={feedEvent}
				parts={parts.map((part) => viewOf(part, locale, now))}
				recap={<EventRecap event={event} />}
				beside={{
					first: <AddToCalendar feedEvent={feedEvent} view={view} />,
					last: (
						<>
							<EventShare view={view} url={feedEvent.url} />
							<ReportLink about={{ event: event.id }} />
						</>
					),
				}}
			/>
			<p className="mt-10 hidden text-sm print:block">{t("address", { url: feedEvent.url })}</p>
		</Container>
	);
}

/** To where the event of a former address is now; nowhere when it was withdrawn or never was. */
async function leaveForPresentAddress({
	locale,
	season,
	slug,
}: Awaited<Props["params"]>): Promise<never> {
	const address = readEventAddress(season, slug);
	const former = address && (await cachedFormerAddress(address.season, address.slug));
	if (!former?.present) notFound();
	return permanentRedirect({ href: eventPath(former.present), locale });
}

async function eventAt(season: string, slug: string): Promise<Published | null> {
	const address = readEventAddress(season, slug);
	return address ? cachedEvent(address.season, address.slug) : null;
}
