import { classNames } from "@/components/ui/class-names";
import { clockIn, formatDayShort, formatTime } from "@/lib/time/format";
import { shareOver } from "@/lib/time/span";
import { BandNow, BandPassed } from "./band-now";
import type { SunDay } from "./sun-day";

type Props = { day: SunDay; nowLabel: string; className?: string };

const FIRST_HOUR = 14;
const LAST_HOUR = -12;
/** Of the picture, which the page stretches: an hour is 20 wide and a zone 10 high. */
const WIDTH = 50 * 20;
const HEIGHT = (FIRST_HOUR - LAST_HOUR) * 10 + 10;

/**
 * The fifty hours of a day on Earth: each zone a line from its midnight to its midnight, one under the other from the
 * date line westwards, with the present moment across them. Time runs in the direction of reading. For the eyes alone.
 */
export function DayBand({ day, nowLabel, className }: Props) {
	const { earth, renderedAt } = day;
	const offsets = day.stations.map(({ offsetMinutes }) => offsetMinutes);
	const marks = axisOf(day);
	const place = (at: number) => ({
		insetInlineStart: `${(shareOver(earth, at) * 100).toFixed(2)}%`,
	});
	return (
		<div aria-hidden="true" className="pt-7">
			<div className={classNames("relative", className ?? "h-44 sm:h-60")}>
				{marks.map(({ at }) => (
					<span key={at} className="absolute inset-y-0 w-px bg-line" style={place(at)} />
				))}
				<div className="absolute inset-0 mirror-rtl">
					<Lines offsets={offsets} hourClass="stroke-line" placeClass="stroke-line-strong" />
				</div>
				<BandPassed earth={earth} renderedAt={renderedAt}>
					<Lines offsets={offsets} hourClass="stroke-line-strong" placeClass="stroke-ink" />
				</BandPassed>
				<ZoneName className="end-0 top-0 -translate-y-1/3 ps-2">UTC+14</ZoneName>
				<ZoneName className="start-0 bottom-0 translate-y-1/3 pe-2">UTC−12</ZoneName>
				<BandNow earth={earth} renderedAt={renderedAt} label={nowLabel} />
			</div>
			<div className="figures relative mt-3 h-[3em] text-xs leading-snug text-muted">
				{marks.map(({ at, date, time }, index) => (
					<span key={at} className={markClass(index, marks.length)} style={place(at)}>
						{formatDayShort(date, day.locale)}
						<br />
						{formatTime(time, day.locale)}
					</span>
				))}
			</div>
		</div>
	);
}

/** Where the day begins and ends on Earth, and both its midnights in UTC, by the clocks of UTC. */
function axisOf({ earth, date, next }: SunDay): { at: number; date: string; time: string }[] {
	const midnights = [date, next].map((each) => Date.parse(`${each}T00:00:00Z`));
	return [earth.from, ...midnights, earth.until].map((at) => ({
		at,
		...clockIn(new Date(at), "UTC"),
	}));
}

function ZoneName({ className, children }: { className: string; children: string }) {
	return (
		<span className={classNames("figures absolute z-10 bg-paper text-xs text-muted", className)}>
			<bdi dir="ltr">{children}</bdi>
		</span>
	);
}

/** The ends stay inside the picture; on a phone there is no room for what is between them. */
function markClass(index: number, count: number): string {
	if (index === 0) return "absolute top-0";
	if (index === count - 1)
		return "absolute top-0 -translate-x-full text-end whitespace-nowrap rtl:translate-x-full";
	return "absolute top-0 hidden -translate-x-1/2 text-center whitespace-nowrap sm:block rtl:translate-x-1/2";
}

function Lines({
	offsets,
	hourClass,
	placeClass,
}: {
	offsets: readonly number[];
	hourClass: string;
	placeClass: string;
}) {
	const hours = Array.from(
		{ length: FIRST_HOUR - LAST_HOUR + 1 },
		(_, index) => FIRST_HOUR - index,
	);
	return (
		<svg
			aria-hidden="true"
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			preserveAspectRatio="none"
			className="absolute inset-0 size-full"
		>
			<path
				d={hours.map((hour) => lineOf(hour)).join("")}
				className={`fill-none ${hourClass}`}
				vectorEffect="non-scaling-stroke"
			/>
			<path
				d={offsets.map((minutes) => lineOf(minutes / 60)).join("")}
				className={`fill-none ${placeClass}`}
				strokeWidth="2"
				vectorEffect="non-scaling-stroke"
			/>
		</svg>
	);
}

function lineOf(hour: number): string {
	const x = (FIRST_HOUR - hour) * 20;
	return `M${x} ${(FIRST_HOUR - hour) * 10 + 5}h480`;
}
