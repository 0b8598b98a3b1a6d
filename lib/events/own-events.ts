import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { can } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { revisionSelect, toContent } from "./revision";

const AT_ONCE = 100;

/**
 * The organisation whose events a member takes along.
 * @throws DomainError not_found for anybody else, as for one that is not there
 */
export async function getOwnOrganisation(viewer: Viewer, organisationId: string) {
	if (!can(viewer, { action: "events.export", organisationId })) throw new DomainError("not_found");
	return db.organisation.findUniqueOrThrow({
		where: { id: organisationId },
		select: { id: true, name: true, slug: true },
	});
}

/** All events of the organisation as they stand in their newest version, drafts too, oldest first, some at a time. */
export async function* eachOwnEvent(organisationId: string): AsyncGenerator<OwnEvent[]> {
	let after: string | null = null;
	for (;;) {
		const page: OwnEvent[] = await readPage(organisationId, after);
		if (page.length > 0) yield page;
		if (page.length < AT_ONCE) return;
		after = page.at(-1)?.id ?? null;
	}
}

async function readPage(organisationId: string, after: string | null) {
	const rows = await db.event.findMany({
		where: {
			organisationId,
			latestRevisionId: { not: null },
			...(after ? { id: { gt: after } } : {}),
		},
		orderBy: { id: "asc" },
		take: AT_ONCE,
		select: {
			id: true,
			state: true,
			createdAt: true,
			updatedAt: true,
			submittedAt: true,
			isDemo: true,
			latestRevision: { select: revisionSelect },
			published: { select: { season: true, slug: true, uid: true, sequence: true } },
		},
	});
	return rows.flatMap(({ latestRevision, ...event }) =>
		latestRevision ? [{ ...event, content: toContent(latestRevision) }] : [],
	);
}

export type OwnEvent = Awaited<ReturnType<typeof readPage>>[number];

/** Every language in which the organisation's events have a text. */
export async function listTextLanguages(organisationId: string): Promise<string[]> {
	const rows = await db.eventText.findMany({
		where: {
			revision: { latestOf: { organisationId } },
			OR: [{ title: { not: "" } }, { description: { not: "" } }],
		},
		distinct: ["locale"],
		select: { locale: true },
	});
	return rows.map(({ locale }) => locale);
}
