"use client";

import type { ReactNode } from "react";
import { phaseIn, shareOver } from "@/lib/time/span";
import { Countdown } from "./countdown";
import { fill } from "./fill";
import { useClock } from "./live-clock";
import type { Moment } from "./moment";
import { MomentItem } from "./moment-item";
import { OwnTime } from "./own-time";
import type { SunDay } from "./sun-day";
import { useCounts, useMoments } from "./use-moments";

type Props = { day: SunDay };

const SHOWN = 3;

/** What a hall reads from afar: the state of the world, what happens now, what comes next. A minute of silence fills it. */
export function WallStage({ day }: Props) {
	const { earth, renderedAt, texts } = day;
	const stage = useClock(renderedAt, (now) => phaseIn(earth, now));
	const found = useMoments(day);
	const silences = found.live.filter(({ kind }) => kind === "silence");
	if (silences.length > 0) return <SilenceStage day={day} silences={silences} />;
	return (
		<div className="grid flex-1 content-evenly gap-x-[6vmin] gap-y-[4vmin] landscape:sm:grid-cols-[3fr_2fr]">
			<div className="flex min-w-0 flex-col justify-center">
				{stage === "upcoming" && <UntilBegin day={day} />}
				{stage === "live" && <Counts day={day} />}
				{stage === "past" && (
					<Heading>
						<p className="max-w-[18ch] text-[2.4em] leading-tight font-light">{texts.after}</p>
					</Heading>
				)}
			</div>
			{stage !== "past" && (
				<div className="flex min-w-0 flex-col justify-center gap-[3vmin]">
					{stage === "live" && <List day={day} heading={texts.columns.live} moments={found.live} />}
					<List day={day} heading={texts.columns.upcoming} moments={found.upcoming} isCounting />
				</div>
			)}
		</div>
	);
}

function Heading({ children }: { children: ReactNode }) {
	return <div className="border-s-[0.12em] border-rule ps-[1em]">{children}</div>;
}

function UntilBegin({ day }: Props) {
	const { earth, begin, renderedAt, locale, texts } = day;
	return (
		<Heading>
			<p className="text-[1.3em] text-ink-soft">{texts.untilBegin}</p>
			<p className="figures mt-[0.25em] text-[clamp(2.25rem,11vmin,8rem)] landscape:text-[clamp(2.25rem,min(11vmin,5.8vw),8rem)] leading-none font-light tracking-[-0.035em]">
				<Countdown
					to={earth.from}
					renderedAt={renderedAt}
					units={texts.units}
					unitClass="text-[0.3em] tracking-normal text-muted"
				/>
			</p>
			<p className="mt-[1.5em] max-w-[34ch] text-ink-soft">
				{texts.firstPlace}
				<OwnTime
					{...begin}
					locale={locale}
					text={texts.forYou}
					className="figures block text-muted"
				/>
			</p>
		</Heading>
	);
}

function Counts({ day }: Props) {
	const { texts } = day;
	const counts = useCounts(day);
	return (
		<Heading>
			<p className="text-[1.3em] text-ink-soft">{texts.places.live}</p>
			<p className="leading-[0.95] font-light tracking-[-0.05em] lining-nums">
				<span className="text-[clamp(6rem,28vmin,24rem)]">{counts.live}</span>
				<span className="ms-[0.2em] text-[clamp(2rem,8vmin,7rem)] text-muted">
					/ {counts.past + counts.live + counts.upcoming}
				</span>
			</p>
			<p className="mt-[0.6em] text-muted">{texts.placesTitle}</p>
			<dl className="mt-[1em] flex flex-wrap gap-x-[3em] gap-y-[0.5em] text-ink-soft">
				{(["past", "upcoming"] as const).map((phase) => (
					<div key={phase} className="flex items-baseline gap-[0.6em]">
						<dt className="order-last">{texts.places[phase]}</dt>
						<dd className="figures text-[1.8em] leading-none font-light text-ink">
							{counts[phase]}
						</dd>
					</div>
				))}
			</dl>
		</Heading>
	);
}

function SilenceStage({ day, silences }: Props & { silences: readonly Moment[] }) {
	const { renderedAt, locale, texts } = day;
	const [first] = silences;
	const passed = useClock(renderedAt, (now) => (first ? shareOver(first, now) : 0));
	return (
		<div className="flex flex-1 flex-col items-center justify-center gap-[3vmin] text-center">
			<span className="stele h-[16vmin] w-[0.1em] bg-rule" />
			{silences.map(({ key, title, date, time, at, place }) => (
				<div key={key}>
					<p className="text-[clamp(2rem,8vmin,7rem)] leading-tight font-light">{title}</p>
					<p className="figures mt-[0.4em] text-[1.4em] text-ink-soft">
						{fill(texts.timeThere, { time, place })}
						<OwnTime
							at={at}
							date={date}
							time={time}
							locale={locale}
							text={texts.forYou}
							className="block text-muted"
						/>
					</p>
				</div>
			))}
			<span className="mt-[4vmin] block h-px w-[60vmin] bg-line motion-reduce:hidden">
				<span className="block h-px bg-ink" style={{ inlineSize: `${(1 - passed) * 100}%` }} />
			</span>
		</div>
	);
}

function List({
	heading,
	moments,
	day,
	isCounting = false,
}: Props & {
	heading: string;
	moments: readonly Moment[];
	/** Says how long it is until the first of them. */
	isCounting?: boolean;
}) {
	const { texts, renderedAt } = day;
	const first = isCounting ? moments[0] : undefined;
	return (
		<section>
			<h2 className="flex flex-wrap items-baseline justify-between gap-x-[1em] border-b border-line pb-[0.4em] text-[1.1em]">
				{heading}
				{first && (
					<span className="figures font-light text-muted">
						<Countdown to={first.from} renderedAt={renderedAt} units={texts.units} />
					</span>
				)}
			</h2>
			{moments.length === 0 ? (
				<p className="mt-[0.8em] text-muted">
					{isCounting ? texts.nothing.upcoming : texts.nothing.live}
				</p>
			) : (
				<ul className="mt-[0.8em] flex flex-col gap-[0.7em]">
					{moments.slice(0, SHOWN).map((moment) => (
						<MomentItem key={moment.key} moment={moment} day={day} isPlain />
					))}
				</ul>
			)}
		</section>
	);
}
