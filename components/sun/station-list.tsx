"use client";

import type { StationView } from "@/lib/calendar/sun-view";
import { clockIn } from "@/lib/time/format";
import { dayAndTime } from "./day-and-time";
import { fill } from "./fill";
import { OwnTime } from "./own-time";
import { PhaseItem, PhaseWord } from "./phase";
import { PlaceRow, SilenceLine } from "./place-row";
import type { SunDay } from "./sun-day";

/** The places in the order in which the day reaches them, with their clocks and what happens there at a known hour. */
export function StationList({ id, day }: { id: string; day: SunDay }) {
	return (
		<ol id={id} className="scroll-mt-8">
			{day.stations.map((station) => (
				<PhaseItem
					key={`${station.from} ${station.until} ${station.offset}`}
					span={station}
					renderedAt={day.renderedAt}
					className="group/station grid gap-x-10 gap-y-4 border-s-2 border-line ps-5 pb-10 last:pb-2 data-[phase=live]:border-rule data-[phase=past]:border-line-strong sm:ps-8 lg:grid-cols-[13rem_1fr] print:break-inside-auto"
				>
					<StationHead station={station} day={day} />
					<ul className="min-w-0">
						{station.silences.map((silence) => (
							<SilenceLine key={silence.title} silence={silence} day={day} />
						))}
						{station.places.map((place) => (
							<PlaceRow key={place.path ?? place.name} place={place} station={station} day={day} />
						))}
					</ul>
				</PhaseItem>
			))}
		</ol>
	);
}

function StationHead({ station, day }: { station: StationView; day: SunDay }) {
	const { locale, texts, renderedAt } = day;
	const utc = clockIn(new Date(station.from), "UTC");
	return (
		<div className="lg:sticky lg:top-6 lg:self-start print:static">
			<h3 className="figures text-2xl leading-tight font-light">
				<bdi dir="ltr">{station.offset}</bdi>
			</h3>
			<p className="mt-1 text-sm font-medium group-data-[phase=live]/station:text-accent">
				<PhaseWord span={station} renderedAt={renderedAt} words={texts.phase} />
			</p>
			<p className="figures mt-1 text-sm text-muted">
				<time dateTime={new Date(station.from).toISOString()}>
					{fill(texts.begins, { time: dayAndTime(utc, locale, null) })}
				</time>
				<OwnTime at={station.from} {...utc} locale={locale} text={texts.forYou} className="block" />
			</p>
		</div>
	);
}
