"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Badge, StateBadge } from "@/components/ui/badge";
import type { DayEventView, PlaceView, SilenceView, StationView } from "@/lib/calendar/sun-view";
import { formatTime, formatTimeRange } from "@/lib/time/format";
import type { Span } from "@/lib/time/span";
import { OwnTime } from "./own-time";
import { PhaseItem, PhaseWord } from "./phase";
import { PlaceClock } from "./place-clock";
import type { SunDay } from "./sun-day";

/** The minute of silence of a country, at the hour of its clocks. */
export function SilenceLine({ silence, day }: { silence: SilenceView; day: SunDay }) {
	return (
		<HourItem span={silence} startTime={silence.startTime} endTime={null} day={day}>
			<span className="font-medium">{silence.title}</span>
			{silence.sourceUrl && (
				<a href={silence.sourceUrl} className="text-sm text-link">
					{day.texts.source}
				</a>
			)}
		</HourItem>
	);
}

/** A place, its present time, and its events; leads to those of the day. */
export function PlaceRow({
	place,
	station,
	day,
}: {
	place: PlaceView;
	station: StationView;
	day: SunDay;
}) {
	return (
		<li className="border-t border-line py-3">
			<div className="flex flex-wrap items-baseline justify-between gap-x-6">
				<p className="min-w-0">
					{place.path ? (
						<Link
							href={`/${day.locale}${place.path}`}
							prefetch={false}
							className="inline-flex min-h-6 text-lg font-medium text-link"
						>
							{place.name}
						</Link>
					) : (
						<span className="text-lg font-medium">{place.name}</span>
					)}
					{place.country && <span className="ms-3 text-sm text-muted">{place.country}</span>}
				</p>
				<p className="figures text-sm text-muted">
					<PlaceClock station={station} offsetMinutes={place.offsetMinutes} day={day} />
				</p>
			</div>
			{place.note && <p className="text-sm text-muted">{place.note}</p>}
			{place.events.length > 0 && (
				<ul>
					{place.events.map((event) => (
						<EventLine key={event.path} event={event} day={day} />
					))}
				</ul>
			)}
		</li>
	);
}

function EventLine({ event, day }: { event: DayEventView; day: SunDay }) {
	const { status, isDemo, path, title, titleLanguage } = event;
	const isOff = status === "cancelled" || status === "postponed";
	return (
		<HourItem
			span={event}
			startTime={event.startTime}
			endTime={event.endTime}
			day={day}
			isOff={isOff}
		>
			<Link href={`/${day.locale}${path}`} prefetch={false} className="leading-snug text-link">
				{titleLanguage ? <bdi lang={titleLanguage}>{title}</bdi> : title}
			</Link>
			{(isDemo || status !== "scheduled") && (
				<span className="inline-flex gap-2">
					{status !== "scheduled" && (
						<StateBadge state={status}>{day.texts.status[status]}</StateBadge>
					)}
					{isDemo && <Badge tone="warning">{day.texts.example}</Badge>}
				</span>
			)}
		</HourItem>
	);
}

function HourItem({
	span,
	startTime,
	endTime,
	day,
	isOff = false,
	children,
}: {
	span: Span;
	startTime: string;
	endTime: string | null;
	day: SunDay;
	/** It does not take place: it is never now. */
	isOff?: boolean;
	children: ReactNode;
}) {
	const { locale, texts, renderedAt } = day;
	return (
		<PhaseItem
			span={span}
			renderedAt={renderedAt}
			className="group/hour grid gap-x-6 py-1.5 sm:grid-cols-[7rem_1fr]"
		>
			<p className="figures text-sm whitespace-nowrap sm:pt-0.5">
				<time dateTime={new Date(span.from).toISOString()}>
					{endTime ? formatTimeRange(startTime, endTime, locale) : formatTime(startTime, locale)}
				</time>
			</p>
			<div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
				{children}
				<OwnTime
					at={span.from}
					date={day.date}
					time={startTime}
					locale={locale}
					text={texts.forYou}
					className="figures text-sm text-muted"
				/>
				{!isOff && (
					<span className="text-sm font-medium text-muted group-data-[phase=live]/hour:text-accent">
						<PhaseWord span={span} renderedAt={renderedAt} words={texts.hour} />
					</span>
				)}
			</div>
		</PhaseItem>
	);
}
