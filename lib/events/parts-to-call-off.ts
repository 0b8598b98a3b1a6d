import { db, type Prisma } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { type CallOffAction, nextState } from "@/lib/lifecycle/lifecycle";
import { visibleTo } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";

/** A part that may be off with its whole. */
export type PartToCallOff = {
	id: string;
	version: number;
	texts: { locale: string; title: string }[];
	/** "YYYY-MM-DD"; null where it is not known. */
	startDate: string | null;
};

/** The public parts of an event that its own organisation holds. */
export function ownPartsOf(eventId: string): Prisma.EventWhereInput {
	return {
		published: { superEventId: eventId },
		organisation: { events: { some: { id: eventId } } },
	};
}

/** What is over cannot be announced for later. */
export function isPast({ liveUntilUtc }: { liveUntilUtc: Date | null }, now: Date): boolean {
	return liveUntilUtc !== null && liveUntilUtc < now;
}

/** Which parts of one of the viewer's own events can be called off with it, the earliest first. */
export async function listPartsToCallOff(
	viewer: Viewer,
	{ eventId, kind, now }: { eventId: string; kind: CallOffAction; now: Date },
): Promise<PartToCallOff[]> {
	const rows = await db.event.findMany({
		where: { AND: [visibleTo(viewer), ownPartsOf(eventId)] },
		orderBy: [{ published: { sortAt: "asc" } }, { id: "asc" }],
		select: {
			id: true,
			version: true,
			state: true,
			published: {
				select: {
					status: true,
					startDate: true,
					liveUntilUtc: true,
					texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
				},
			},
		},
	});
	return rows.flatMap(({ id, version, state, published }) => {
		if (!published || (kind === "postpone" && isPast(published, now))) return [];
		const { status: publicStatus, texts, startDate } = published;
		if (nextState(state, kind, { isPublished: true, publicStatus }) === null) return [];
		return { id, version, texts, startDate: fromDateColumn(startDate) };
	});
}
