import { rangeOf, recapAlt, recapContent } from "@/lib/calendar/recap-content";
import { db, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { can, visibleTo } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { isOver } from "./is-over";
import { isOff } from "./status-to-submit";

export const recapVersionSelect = {
	id: true,
	number: true,
	submittedAt: true,
	attendanceMin: true,
	attendanceMax: true,
	content: true,
	pictures: {
		orderBy: { position: "asc" },
		select: { credit: true, alt: true, media: { select: { id: true, width: true, height: true } } },
	},
} satisfies Prisma.RecapVersionSelect;

/** A version of a recap as pages show it. */
export function toRecap(row: Prisma.RecapVersionGetPayload<{ select: typeof recapVersionSelect }>) {
	const { attendanceMin, attendanceMax, content, pictures, ...version } = row;
	return {
		...version,
		attendance: rangeOf({ attendanceMin, attendanceMax }),
		...recapContent.parse(content),
		pictures: pictures.map(({ media, credit, alt }) => ({
			...media,
			credit,
			alt: recapAlt.parse(alt),
		})),
	};
}
export type RecapVersion = ReturnType<typeof toRecap>;

/**
 * The recap of one of the viewer's own events as it stands, with the event's titles; `latest` null while there is none.
 * @throws DomainError not_found when the event is not theirs
 */
export async function getMyRecap(viewer: Viewer, eventId: string, now = new Date()) {
	const event = await db.event.findFirst({
		where: { AND: [{ id: eventId }, visibleTo(viewer)] },
		select: {
			organisationId: true,
			country: true,
			submittedAt: true,
			published: {
				select: {
					season: true,
					slug: true,
					status: true,
					datePrecision: true,
					liveUntilUtc: true,
					sortAt: true,
					texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
					recap: { select: { publishedAt: true } },
				},
			},
			recap: {
				select: {
					state: true,
					version: true,
					latest: { select: recapVersionSelect },
					decisions: {
						orderBy: { createdAt: "desc" },
						take: 1,
						select: { kind: true, reason: true },
					},
				},
			},
		},
	});
	if (!event || !can(viewer, { action: "event.edit", event })) throw new DomainError("not_found");
	const { published, recap } = event;
	return {
		/** Whether it can be told now how it was. */
		isOpen: published !== null && !isOff(published.status) && isOver(published, now),
		published: published && {
			season: published.season,
			slug: published.slug,
			texts: published.texts,
		},
		isPublic: Boolean(published?.recap),
		state: recap?.state ?? null,
		version: recap?.version ?? 0,
		latest: recap?.latest ? toRecap(recap.latest) : null,
		lastDecision: recap?.decisions[0] ?? null,
	};
}
export type MyRecap = Awaited<ReturnType<typeof getMyRecap>>;
