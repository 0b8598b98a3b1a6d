import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VisitorTime } from "@/components/calendar/visitor-time";
import { classNames } from "@/components/ui/class-names";
import type { EventView } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import {
	clockIn,
	formatDay,
	formatDayRange,
	formatTime,
	formatWeekday,
	zoneName,
} from "@/lib/time/format";

type Props = { event: Published; view: EventView };

/** The day and the time, on the clocks of the place and on the visitor's. */
export function EventWhen({ event, view }: Props) {
	const t = useTranslations("event");
	const locale = useLocale();
	const { startDate, endDate } = view;
	return (
		<section aria-labelledby="when">
			<h2 id="when" className="text-sm text-muted">
				{t("when")}
			</h2>
			{startDate === null ? (
				<Undated view={view} />
			) : (
				<>
					{endDate === null && (
						<p className="mt-2 text-ink-soft">{formatWeekday(startDate, locale)}</p>
					)}
					<p
						className={classNames(
							"text-2xl leading-tight",
							endDate !== null && "mt-2",
							view.status === "cancelled" && "line-through decoration-rule",
						)}
					>
						<time dateTime={startDate}>{formatDayRange(startDate, endDate, locale)}</time>
					</p>
					<Times event={event} view={view} />
				</>
			)}
		</section>
	);
}

function Undated({ view }: { view: EventView }) {
	const t = useTranslations("event");
	return (
		<>
			<p className="mt-2 text-2xl leading-tight">
				{view.year === null ? t("dateNotKnown") : t("yearOnly", { year: String(view.year) })}
			</p>
			<p className="mt-2 text-muted">{t("dateNotKnownText")}</p>
		</>
	);
}

function Times({ event, view }: Props): ReactNode {
	const t = useTranslations("event");
	const visitor = useTranslations("visitor");
	const locale = useLocale();
	const { startsAtUtc, schedule } = event;
	if (view.timing === "all_day") return <p className="mt-2 text-ink-soft">{t("allDay")}</p>;
	if (view.timing !== "timed" || view.time === null || startsAtUtc === null) {
		return (
			<p className="mt-2 text-ink-soft">
				{t(view.phase === "past" ? "timeNotKnown" : "timeToBeAnnounced")}
			</p>
		);
	}
	return (
		<>
			{view.endDate === null ? (
				<p className="mt-3 text-xl">{view.time}</p>
			) : (
				<FirstAndLast event={event} endDate={view.endDate} />
			)}
			<ZoneLine view={view} zone={schedule.timezone} instant={new Date(startsAtUtc)} />
			<VisitorTime
				startsAt={startsAtUtc}
				there={clockIn(new Date(startsAtUtc), schedule.timezone)}
				locale={locale}
				text={visitor("yourTime", { time: "{time}" })}
			/>
		</>
	);
}

function FirstAndLast({ event, endDate }: { event: Published; endDate: string }) {
	const t = useTranslations("event");
	const locale = useLocale();
	const { startDate, startTime, endTime } = event.schedule;
	return (
		<p className="figures mt-3">
			{startDate && startTime && (
				<span className="block">
					{t("opens", { day: formatDay(startDate, locale), time: formatTime(startTime, locale) })}
				</span>
			)}
			{endTime && (
				<span className="block">
					{t("closes", { day: formatDay(endDate, locale), time: formatTime(endTime, locale) })}
				</span>
			)}
		</p>
	);
}

function ZoneLine({ view, zone, instant }: { view: EventView; zone: string; instant: Date }) {
	const t = useTranslations("event");
	const locale = useLocale();
	const name = zoneName(zone, locale, instant);
	const hasName = name !== view.offset;
	const line = hasName ? t("zone", { zone: name, offset: view.offset ?? "" }) : (view.offset ?? "");
	return (
		<p className="mt-1 text-sm text-muted">
			{view.city ? t("zonePlace", { city: view.city, zone: line }) : line}
		</p>
	);
}
