import { useLocale, useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { ButtonAnchor } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import type { EventView } from "@/lib/calendar/event-view";
import { cityPath, countryPath } from "@/lib/calendar/paths";
import type { Published } from "@/lib/calendar/published";
import { getCity } from "@/lib/places/gazetteer";
import { mapLinks } from "./map-links";

type Props = { event: Published; view: EventView };

/** The venue and how to find it; for an online event the way in. */
export function EventWhere({ event, view }: Props) {
	const t = useTranslations("event");
	const locale = useLocale();
	const isOnline = event.attendanceMode === "online";
	return (
		<section aria-labelledby="where">
			<h2 id="where" className="text-sm text-muted">
				{t("where")}
			</h2>
			<p className="mt-2 text-2xl leading-tight">
				{isOnline ? t("online") : placeLine([view.city, view.country], locale)}
			</p>
			{isOnline && (
				<p className="mt-2 text-muted">{placeLine([view.city, view.country], locale)}</p>
			)}
			{(event.venueName || event.address) && (
				<address className="mt-3 not-italic">
					{event.venueName && <bdi className="block w-fit font-medium">{event.venueName}</bdi>}
					{event.address && <bdi className="block w-fit text-ink-soft">{event.address}</bdi>}
				</address>
			)}
			{event.onlineUrl && view.phase !== "past" && view.status !== "cancelled" && (
				<ButtonAnchor
					href={event.onlineUrl}
					rel="nofollow ugc noopener"
					variant="secondary"
					className="mt-4"
				>
					{t("joinOnline")}
				</ButtonAnchor>
			)}
			{!isOnline && <MapLinks event={event} />}
			<EventsAround event={event} view={view} />
		</section>
	);
}

/** To the pages of its city and its country. */
function EventsAround({ event, view }: Props) {
	const t = useTranslations("event");
	const city = event.cityGeonameId === null ? null : getCity(event.cityGeonameId);
	return (
		<p className="mt-3 flex flex-wrap gap-x-5 text-sm print:hidden">
			{city && (
				<Link
					href={cityPath(city)}
					prefetch={false}
					className="inline-flex min-h-11 items-center text-link"
				>
					{t("city", { city: view.city ?? city.name })}
				</Link>
			)}
			<Link
				href={countryPath(event.country)}
				prefetch={false}
				className="inline-flex min-h-11 items-center text-link"
			>
				{t("country", { country: view.country })}
			</Link>
		</p>
	);
}

function MapLinks({ event }: { event: Published }) {
	const t = useTranslations("event");
	const links = mapLinks(event);
	if (links === null) return null;
	const { map, app, position, isCity } = links;
	return (
		<div className="mt-4 text-sm">
			<p className="flex flex-wrap gap-x-5 print:hidden">
				<a href={map} rel="noopener" className="inline-flex min-h-11 items-center text-link">
					{t("openMap")}
				</a>
				<a href={app} className="inline-flex min-h-11 items-center text-link">
					{t("openApp")}
				</a>
			</p>
			{position && (
				<p className="text-muted">
					{t("coordinates", { lat: position.lat.toFixed(4), lon: position.lon.toFixed(4) })}
				</p>
			)}
			{isCity && <p className="text-muted">{t("cityPin")}</p>}
		</div>
	);
}
