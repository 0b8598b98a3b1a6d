import { listOffsetChanges } from "@/lib/time/transitions";
import { formatOffset } from "@/lib/time/zones";

const knownChanges = new Map<string, ReturnType<typeof listOffsetChanges>>();

type Onset = { date: string; time: string; from: number; to: number; isDaylight: boolean };

/**
 * The lines of a VTIMEZONE (RFC 5545 §3.6.5) that is right in the given years. Each change of the
 * clocks is written out: the ready-made blocks of libraries hold only today's rule, and would move
 * a ceremony in Istanbul in 2012 by an hour.
 */
export function writeTimezone(zone: string, years: ReadonlySet<number>): string[] {
	const onsets = listOnsets(
		zone,
		[...years].sort((a, b) => a - b),
	);
	return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...onsets.flatMap(writeOnset), "END:VTIMEZONE"];
}

/** Whether clocks that are set back show this wall time a second time. */
export function happensTwice(
	{ date, time }: { date: string; time: string },
	zone: string,
): boolean {
	const year = Number(date.slice(0, 4));
	// Clocks set back at midnight of New Year repeat an hour of the year before.
	const years = date.endsWith("-12-31") ? [year, year + 1] : [year];
	const wall = minutesOf(date, time);
	return years
		.flatMap((each) => changesOfYear(zone, each).changes)
		.some(({ wallBefore, offsetBefore, offsetAfter }) => {
			const until = minutesOf(wallBefore.date, wallBefore.time);
			return wall < until && wall >= until - (offsetBefore - offsetAfter);
		});
}

function minutesOf(date: string, time: string): number {
	return Date.parse(`${date}T${time}:00Z`) / 60_000;
}

function listOnsets(zone: string, years: readonly number[]): Onset[] {
	const onsets: Onset[] = [];
	let offset: number | null = null;
	for (const year of years) {
		const start = `${year}-01-01`;
		const { offsetAtStart, changes } = changesOfYear(zone, year);
		const standard = Math.min(offsetAtStart, ...changes.map((change) => change.offsetAfter));
		// Years without events are left out; where the offset moved meanwhile, it starts anew.
		if (offset !== offsetAtStart) {
			const from: number = offset ?? offsetAtStart;
			const isDaylight = offsetAtStart > standard;
			onsets.push({ date: start, time: "00:00", from, to: offsetAtStart, isDaylight });
		}
		for (const { wallBefore, offsetBefore, offsetAfter } of changes) {
			const isDaylight = offsetAfter > standard;
			onsets.push({ ...wallBefore, from: offsetBefore, to: offsetAfter, isDaylight });
		}
		offset = changes.at(-1)?.offsetAfter ?? offsetAtStart;
	}
	return onsets;
}

/** Remembered: the answer only changes with the tzdata of the process. */
function changesOfYear(zone: string, year: number): ReturnType<typeof listOffsetChanges> {
	const key = `${zone} ${year}`;
	const known = knownChanges.get(key);
	if (known) return known;
	const found = listOffsetChanges(zone, `${year}-01-01`, `${year}-12-31`);
	knownChanges.set(key, found);
	return found;
}

function writeOnset({ date, time, from, to, isDaylight }: Onset): string[] {
	const kind = isDaylight ? "DAYLIGHT" : "STANDARD";
	return [
		`BEGIN:${kind}`,
		`DTSTART:${date.replaceAll("-", "")}T${time.replace(":", "")}00`,
		`TZOFFSETFROM:${formatOffset(from).replace(":", "")}`,
		`TZOFFSETTO:${formatOffset(to).replace(":", "")}`,
		`END:${kind}`,
	];
}
