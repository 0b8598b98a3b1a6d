import { distanceKm, type Point } from "@/lib/places/distance";
import type { Schedule } from "@/lib/time/schedule";
import { isAlike } from "./alike";
import type { CalendarRow } from "./calendar-row";
import { type Occupied, occupiedBy, overlaps } from "./occupied";
import type { Published } from "./published";
import { readPublished } from "./queries";
import { currentSnapshot } from "./snapshot";

/** Within so many kilometres two events share their visitors. */
export const CLASH_KM = 5;
/** More are counted by nobody. */
const MAX_CLASHES = 5;
/** So many candidates are looked at: on the day itself a capital has hundreds. */
const MAX_READ = 200;
const DAY_MS = 86_400_000;

/** What an event says of itself, as far as another one may clash with it. */
export type Planned = {
	/** Not to be compared with itself; null for what is not stored. */
	eventId: string | null;
	schedule: Schedule;
	/** Of its pin, else of its city; null for an event held online, or while no place is known. */
	point: Point | null;
	titles: readonly string[];
	/** Slugs. */
	organisers: readonly string[];
	/** Ids of what it is part of, of the other parts of that, and of its own parts: those belong together. */
	belongsTo?: readonly string[];
};

export type ClashKind = "clash" | "duplicate";

/**
 * The published events that a planned one clashes with, or probably is: within 5 km at the same time (all-day events by
 * the day), or of the same day and a like title by the same organiser or within 5 km. The nearest in time come first, at
 * most five. Cancelled and postponed events clash with nothing, but may be what is entered a second time.
 */
export async function findClashes(
	planned: Planned,
): Promise<{ kind: ClashKind; event: Published }[]> {
	const occupied = occupiedBy(planned.schedule);
	if (occupied === null) return [];
	const { rows } = await currentSnapshot();
	const near = rows
		.filter((row) => isCandidate(row, planned, occupied))
		.sort((a, b) => startsApart(a, occupied) - startsApart(b, occupied))
		.slice(0, MAX_READ);
	const events = await readPublished(near);
	return events
		.flatMap((event) => {
			const kind = clashOf(planned, plannedOf(event), event.status);
			return kind ? [{ kind, event }] : [];
		})
		.sort((a, b) => distanceInTime(a.event, occupied) - distanceInTime(b.event, occupied))
		.slice(0, MAX_CLASHES);
}

/** How two events stand to each other; null where one need not know of the other. */
export function clashOf(
	one: Planned,
	other: Planned,
	status: Published["status"] = "scheduled",
): ClashKind | null {
	const [a, b] = [occupiedBy(one.schedule), occupiedBy(other.schedule)];
	if (a === null || b === null) return null;
	const isNear = isWithinReach(one.point, other.point);
	const isSameOrganiser = one.organisers.some((slug) => other.organisers.includes(slug));
	const isSameTitle = one.titles.some((title) =>
		other.titles.some((otherTitle) => isAlike(title, otherTitle)),
	);
	const isSameDay = one.schedule.startDate === other.schedule.startDate;
	if (isSameDay && isSameTitle && (isNear || isSameOrganiser)) return "duplicate";
	const takesPlace = status === "scheduled" || status === "rescheduled";
	return takesPlace && isNear && overlaps(a, b) ? "clash" : null;
}

/** A published event as one that another is compared with. */
export function plannedOf(event: Published): Planned {
	const { lat, lon } = event;
	const isHeldSomewhere = event.attendanceMode !== "online" && lat !== null && lon !== null;
	return {
		eventId: event.id,
		schedule: event.schedule,
		point: isHeldSomewhere ? { lat, lon } : null,
		titles: event.texts.map(({ title }) => title),
		organisers: event.organisers.map(({ slug }) => slug),
	};
}

/** Coarse and cheap, over all rows: whatever `clashOf` may find passes. */
function isCandidate(
	row: CalendarRow,
	{ eventId, point, organisers, belongsTo = [] }: Planned,
	occupied: Occupied,
) {
	if (row.id === eventId || belongsTo.includes(row.id) || row.startMs === null) return false;
	const untilMs = Math.max(row.untilMs ?? 0, row.startMs) + DAY_MS;
	if (row.startMs - DAY_MS > occupied.untilMs || untilMs < occupied.fromMs) return false;
	const { lat, lon } = row;
	const isNear = lat !== null && lon !== null && isWithinReach(point, { lat, lon });
	return isNear || row.organisers.some((slug) => organisers.includes(slug));
}

function startsApart({ startMs }: CalendarRow, { fromMs }: Occupied): number {
	return Math.abs((startMs ?? 0) - fromMs);
}

function isWithinReach(one: Point | null, other: Point | null): boolean {
	return one !== null && other !== null && distanceKm(one, other) <= CLASH_KM;
}

function distanceInTime({ startsAtUtc }: Published, { fromMs }: Occupied): number {
	return startsAtUtc === null
		? Number.POSITIVE_INFINITY
		: Math.abs(Date.parse(startsAtUtc) - fromMs);
}
