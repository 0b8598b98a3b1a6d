export type Point = readonly [number, number];
/** The first point is repeated at the end. */
export type Ring = readonly Point[];

/**
 * A ring in whole units without the points that matter least: those whose triangle with their neighbours is smaller
 * than `minArea` (Visvalingam and Whyatt, 1993). Null when nothing is left.
 */
export function simplifyRing(ring: Ring, minArea: number): Ring | null {
	const points = wholeUnits(ring.slice(0, -1));
	const areas = points.map((_, index) => areaAt(points, index));
	for (;;) {
		if (points.length < 3) return null;
		const least = areas.indexOf(areas.reduce((a, b) => Math.min(a, b)));
		if ((areas[least] ?? 0) >= minArea) break;
		points.splice(least, 1);
		areas.splice(least, 1);
		const count = points.length;
		for (const index of [(least + count - 1) % count, least % count])
			areas[index] = areaAt(points, index);
	}
	const [first] = points;
	return first ? [...points, first] : null;
}

function wholeUnits(points: readonly Point[]): Point[] {
	const whole = points.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
	return whole.filter(([x, y], index) => {
		const before = whole.at(index - 1);
		return before?.[0] !== x || before[1] !== y;
	});
}

function areaAt(points: readonly Point[], index: number): number {
	const point = points[index] ?? [0, 0];
	const before = points.at(index - 1) ?? point;
	const after = points[(index + 1) % points.length] ?? point;
	return ringArea([before, point, after]);
}

/** Area of a ring in the plane. */
export function ringArea(ring: Ring): number {
	const twice = ring.reduce((sum, [x, y], index) => {
		const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
		return sum + x * nextY - nextX * y;
	}, 0);
	return Math.abs(twice) / 2;
}

/** A ring in whole units as SVG path data, relative and short. */
export function pathOfRing(ring: Ring): string {
	const [start = [0, 0], ...others] = ring.slice(0, -1);
	let at = start;
	const steps = others.map((point) => {
		const step = [point[0] - at[0], point[1] - at[1]];
		at = point;
		return step.join(" ");
	});
	return `M${start.join(" ")}l${steps.join(" ").replaceAll(" -", "-")}z`;
}
