"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { phaseIn } from "@/lib/time/span";
import { Countdown } from "./countdown";
import { fill } from "./fill";
import { useClock } from "./live-clock";
import type { Moment } from "./moment";
import { MomentItem } from "./moment-item";
import { OwnTime } from "./own-time";
import type { SunDay } from "./sun-day";
import { useCounts, useMoments } from "./use-moments";

type Props = {
	day: SunDay;
	/** Where the whole order stands on this page. */
	orderId: string;
	/** Leads to the season once the day is over. */
	children: ReactNode;
};

const PHASES = ["live", "upcoming", "past"] as const;
const SHOWN = 4;

/** What is over, what happens now and what comes next; before the day the time until it, after it that it is over. */
export function NowPanel({ day, orderId, children }: Props) {
	const { earth, renderedAt, texts } = day;
	const stage = useClock(renderedAt, (now) => phaseIn(earth, now));
	if (stage === "upcoming") return <UntilBegin day={day} />;
	if (stage === "past") {
		return (
			<div className="border-s-2 border-rule ps-5 sm:ps-8">
				<p className="text-2xl">{texts.after}</p>
				<p className="mt-3 max-w-narrow text-ink-soft">{texts.afterText}</p>
				{children}
			</div>
		);
	}
	return (
		<div className="flex flex-col gap-12">
			<PlaceCounts day={day} />
			<Columns day={day} orderId={orderId} />
		</div>
	);
}

function UntilBegin({ day }: { day: SunDay }) {
	const { earth, begin, renderedAt, locale, texts } = day;
	return (
		<div className="border-t border-ink pt-3">
			<p className="text-sm text-ink-soft">{texts.untilBegin}</p>
			<p className="figures mt-3 text-[clamp(2.25rem,1rem+6vw,6rem)] leading-none font-light tracking-[-0.035em]">
				<Countdown
					to={earth.from}
					renderedAt={renderedAt}
					units={texts.units}
					unitClass="text-[0.3em] tracking-normal text-muted"
				/>
			</p>
			<p className="mt-5 max-w-narrow text-ink-soft">
				{texts.firstPlace}
				<OwnTime
					{...begin}
					locale={locale}
					text={texts.forYou}
					className="figures block text-muted"
				/>
			</p>
		</div>
	);
}

function PlaceCounts({ day }: { day: SunDay }) {
	const counts = useCounts(day);
	return (
		<div>
			<p className="mb-4 text-sm text-muted">{day.texts.placesTitle}</p>
			<dl className="grid grid-cols-3 gap-x-4 sm:gap-x-10">
				{PHASES.map((phase) => (
					<div
						key={phase}
						className={classNames(
							"flex flex-col-reverse justify-end gap-1 border-t-2 pt-3",
							phase === "live" ? "border-rule" : "border-line text-muted",
						)}
					>
						<dt className="text-sm leading-snug">{day.texts.places[phase]}</dt>
						<dd className="numeral">{counts[phase]}</dd>
					</div>
				))}
			</dl>
		</div>
	);
}

function Columns({ day, orderId }: { day: SunDay; orderId: string }) {
	const found = useMoments(day);
	const { texts, renderedAt } = day;
	const next = found.upcoming[0];
	return (
		<div className="grid gap-x-10 gap-y-10 lg:grid-cols-3">
			{PHASES.map((phase) => (
				<section key={phase} aria-labelledby={`moments-${phase}`} className="min-w-0">
					<h3 id={`moments-${phase}`} className="text-xl">
						{texts.columns[phase]}
					</h3>
					{phase === "upcoming" && next && (
						<p className="figures mt-1 text-sm text-muted">
							{texts.startsIn}{" "}
							<Countdown to={next.from} renderedAt={renderedAt} units={texts.units} />
						</p>
					)}
					<Moments moments={found[phase]} day={day} nothing={texts.nothing[phase]} />
					{found[phase].length > SHOWN && (
						<p className="mt-4 text-sm">
							<a href={`#${orderId}`} className="inline-flex min-h-11 items-center text-link">
								{fill(texts.more, { count: String(found[phase].length - SHOWN) })}
							</a>
						</p>
					)}
				</section>
			))}
		</div>
	);
}

function Moments({
	moments,
	day,
	nothing,
}: {
	moments: readonly Moment[];
	day: SunDay;
	nothing: string;
}) {
	if (moments.length === 0) return <p className="mt-4 text-muted">{nothing}</p>;
	return (
		<ul className="mt-4 flex flex-col gap-5">
			{moments.slice(0, SHOWN).map((moment) => (
				<MomentItem key={moment.key} moment={moment} day={day} />
			))}
		</ul>
	);
}
