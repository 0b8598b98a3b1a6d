import type { ComponentProps } from "react";
import type { Link } from "@/i18n/navigation";
import { placeInWorld } from "./world-projection";

export type WorldPoint = {
	/** Degrees. */
	lat: number;
	lon: number;
	label: string;
	/** Without the language. */
	href?: ComponentProps<typeof Link>["href"];
	/** How many stand here; 1 unless told. */
	weight?: number;
	/** `accent` unless told. */
	tone?: WorldTone;
};
export type WorldTone = "accent" | "ink" | "quiet";

/** A dot of the picture, which stands for one point or for several that would overlap. */
export type WorldDot = {
	/** Units of the picture. */
	x: number;
	y: number;
	weight: number;
	/** Pixels on every screen. */
	diameter: number;
	/** Those it stands for, the weightiest first. */
	points: WorldPoint[];
};

/** The widest that the picture is shown: there dots must not overlap. */
const UNITS_PER_PIXEL = 2000 / 1184;
const SMALLEST = 8;
const LARGEST = 30;
/** Of the sum of two radii; a little nearer is still told apart. */
const NEAR = 0.8;

/** Places the points and merges those that would overlap; the weightiest come last, so that they are drawn on top. */
export function placeDots(points: readonly WorldPoint[]): WorldDot[] {
	const dots: WorldDot[] = [];
	for (const point of [...points].sort((a, b) => weightOf(b) - weightOf(a))) {
		const place = placeInWorld(point.lat, point.lon);
		if (!place) continue;
		const dot = { ...place, ...sized(weightOf(point)), points: [point] };
		const host = dots.find((other) => overlap(dot, other));
		if (!host) dots.push(dot);
		else Object.assign(host, sized(host.weight + dot.weight), { points: [...host.points, point] });
	}
	return dots.sort((a, b) => a.weight - b.weight);
}

function weightOf({ weight = 1 }: WorldPoint): number {
	return weight;
}

function sized(weight: number): { weight: number; diameter: number } {
	const diameter = SMALLEST + 3.5 * (Math.sqrt(weight) - 1);
	return { weight, diameter: Math.min(LARGEST, Math.round(diameter * 10) / 10) };
}

function overlap(a: WorldDot, b: WorldDot): boolean {
	const distance = Math.hypot(a.x - b.x, a.y - b.y) / UNITS_PER_PIXEL;
	return distance < NEAR * ((a.diameter + b.diameter) / 2);
}

const TARGET_PIXELS = 24;

/** Radius in the picture's units of what may be clicked: 24 pixels across, less where the next dot is nearer. */
export function targetRadius(dot: WorldDot, dots: readonly WorldDot[]): number {
	const nearest = Math.min(
		...dots.filter((other) => other !== dot).map(({ x, y }) => Math.hypot(x - dot.x, y - dot.y)),
	);
	const wanted = (Math.max(TARGET_PIXELS, dot.diameter) / 2) * UNITS_PER_PIXEL;
	return Math.round(Math.min(wanted, nearest / 2));
}
