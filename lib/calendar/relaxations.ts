import { distanceKm } from "@/lib/places/distance";
import { type CalendarFilters, DEFAULT_RADIUS_KM, pointOf } from "./filters";
import { failuresOf, type TestName } from "./matches";
import { RADII_KM } from "./radii";
import { prepareSelection } from "./select-events";

/** A step that makes filters give something again. */
export type Relaxation =
	| { kind: "drop"; names: TestName[]; events: number }
	| { kind: "widen"; radiusKm: number; events: number };

const MAX_OFFERED = 3;

/**
 * The nearest that gives something where the filters give nothing: a wider circle, and the fewest filters to leave
 * out, those first that give most. At most four; empty when the calendar is, or when there is nothing to leave out.
 */
export async function listRelaxations(filters: CalendarFilters): Promise<Relaxation[]> {
	const { snapshot, tests } = await prepareSelection(filters);
	const centre = filters.near ? pointOf(filters.near) : null;
	const distances: number[] = [];
	const counts = new Map<number, number>();
	const { length, lats, lons } = snapshot.columns;
	const tooFar = 1 << tests.findIndex(({ name }) => name === "near");
	const failures = failuresOf(length, tests);
	for (let place = 0; place < length; place += 1) {
		const missed = failures[place] ?? 0;
		counts.set(missed, (counts.get(missed) ?? 0) + 1);
		const point = { lat: lats[place] ?? Number.NaN, lon: lons[place] ?? Number.NaN };
		if (centre && missed === tooFar && !Number.isNaN(point.lat))
			distances.push(distanceKm(centre, point));
	}
	const fewest = Math.min(...[...counts.keys()].filter((missed) => missed !== 0).map(bitCount));
	const drops = [...counts]
		.filter(([missed]) => missed !== 0 && bitCount(missed) === fewest)
		.sort(([, a], [, b]) => b - a)
		.slice(0, MAX_OFFERED)
		.map(([missed, events]): Relaxation => {
			const names = tests.filter((_, number) => missed & (1 << number)).map(({ name }) => name);
			return { kind: "drop", names, events };
		});
	return [...widened(distances, filters.radius ?? DEFAULT_RADIUS_KM), ...drops];
}

function widened(distances: readonly number[], radiusKm: number): Relaxation[] {
	for (const wider of RADII_KM) {
		const events = distances.filter((distance) => distance <= wider).length;
		if (wider > radiusKm && events > 0) return [{ kind: "widen", radiusKm: wider, events }];
	}
	return [];
}

function bitCount(mask: number): number {
	let count = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
	return count;
}
