import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { listPage } from "@/app/cached-calendar";
import { placeLine } from "@/components/calendar/place-line";
import { buttonClass } from "@/components/ui/button-class";
import { type EventView, groupByDay, viewOf } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import { languageNames } from "@/lib/text/languages";
import { formatDay, formatDayRange, formatInstant, formatWeekday } from "@/lib/time/format";
import type { ViewProps } from "./events-page";
import { NoEvents } from "./no-events";
import { PageLinks } from "./page-links";
import { PrintButton } from "./print-button";

/** More fill a stack of paper, and a phone's memory. */
const PAGE_SIZE = 300;

/** The events as a plain agenda, close enough for paper: hour, what, where, who. */
export async function AgendaView({ request, locale, now }: ViewProps) {
	const { filters, after, before } = request;
	const page = await listPage(filters, { after, before, limit: PAGE_SIZE });
	if (page.items.length === 0) return <NoEvents request={request} />;
	const t = await getTranslations("events.agenda");
	const events = new Map(page.items.map((event) => [event.id, event]));
	const groups = groupByDay(
		page.items.map((event) => viewOf(event, locale, now)),
		locale,
	);
	return (
		<div className="agenda flex flex-col gap-8">
			<div className="flex flex-wrap items-center justify-between gap-4">
				<p className="text-sm text-muted">
					{t("asOf", { date: formatInstant(now, "UTC", locale) })}
				</p>
				<PrintButton label={t("print")} className={buttonClass({ variant: "secondary" })} />
			</div>
			{groups.map((group) => (
				<section key={group.key} className="agenda-day">
					<h2 className="border-b border-ink pb-1 text-lg">
						<DayName date={group.date} year={group.year} />
					</h2>
					<ul>
						{group.events.map((view) => (
							<AgendaItem key={view.id} view={view} event={events.get(view.id)} />
						))}
					</ul>
				</section>
			))}
			<PageLinks request={request} page={page} />
		</div>
	);
}

function DayName({ date, year }: { date: string | null; year: number | null }) {
	const t = useTranslations("events");
	const locale = useLocale();
	if (date !== null) {
		return (
			<time dateTime={date}>
				{formatWeekday(date, locale)}
				{locale === "ar" ? "، " : ", "}
				{formatDay(date, locale)}
			</time>
		);
	}
	return year === null ? t("dateNotKnown") : t("dateNotKnownInYear", { year: String(year) });
}

function AgendaItem({ view, event }: { view: EventView; event: Published | undefined }) {
	const type = useTranslations("eventType");
	const status = useTranslations("eventStatus");
	const locale = useLocale();
	if (!event) return null;
	const place = placeLine([view.venueName, event.address, view.city, view.country], locale);
	return (
		<li className="grid gap-x-6 border-b border-line py-2.5 text-sm sm:grid-cols-[10rem_1fr] print:grid-cols-[8rem_1fr]">
			<AgendaTime view={view} />
			<div className="min-w-0">
				<p className="text-base leading-snug font-medium">
					<a
						href={`/${locale}${view.path}`}
						lang={view.titleLanguage ?? undefined}
						className="no-underline hover:text-accent hover:underline"
					>
						<bdi>{view.title}</bdi>
					</a>
					{event.status !== "scheduled" && (
						<span className="ms-3 text-sm font-normal text-accent">{status(event.status)}</span>
					)}
				</p>
				<p>
					<bdi>{place}</bdi>
				</p>
				<p className="text-muted">
					{[
						type(view.type),
						event.organisers.map(({ name }) => name).join("; "),
						event.languages.length > 0 && languageNames(event.languages, locale),
					]
						.filter(Boolean)
						.join(" · ")}
				</p>
				{event.onlineUrl && (
					<p className="wrap-anywhere" dir="ltr">
						{event.onlineUrl}
					</p>
				)}
			</div>
		</li>
	);
}

function AgendaTime({ view }: { view: EventView }) {
	const t = useTranslations("events");
	const locale = useLocale();
	return (
		<p className="flex flex-wrap gap-x-2 sm:flex-col">
			<span className="figures font-medium">
				{view.time ?? (view.timing === "all_day" ? t("allDay") : untimed(view, t))}
			</span>
			{view.offset && (
				<span className="figures text-xs text-muted" dir="ltr">
					{view.offset}
				</span>
			)}
			{view.startDate && view.endDate && (
				<span className="text-xs text-muted">
					{formatDayRange(view.startDate, view.endDate, locale)}
				</span>
			)}
		</p>
	);
}

function untimed(
	view: EventView,
	t: (key: "timeNotKnown" | "timeToBeAnnounced") => string,
): string {
	if (view.timing === "undated") return "";
	return t(view.phase === "past" ? "timeNotKnown" : "timeToBeAnnounced");
}
