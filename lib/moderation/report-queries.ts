import { db, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { reportsHandledBy, requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import type { ReportKind } from "./report-schema";

/** "suspect": what looks as if a machine had sent all of it. */
export const CASE_VIEWS = ["open", "mine", "suspect", "closed"] as const;
export type CaseView = (typeof CASE_VIEWS)[number];

const BY_PEOPLE = { some: { isSuspect: false } } satisfies Prisma.ReportListRelationFilter;

function whereOf(view: CaseView, viewer: Viewer): Prisma.ReportCaseWhereInput {
	switch (view) {
		case "open":
			return { closedAt: null, reports: BY_PEOPLE };
		case "mine":
			return { closedAt: null, assigneeId: viewer.kind === "user" ? viewer.id : null };
		case "suspect":
			return { closedAt: null, reports: { none: { isSuspect: false } } };
		case "closed":
			return { closedAt: { not: null } };
	}
}

const subjectSelect = {
	event: {
		select: {
			id: true,
			country: true,
			organisation: { select: { name: true } },
			published: {
				select: { season: true, slug: true, texts: { select: { locale: true, title: true } } },
			},
			latestRevision: { select: { texts: { select: { locale: true, title: true } } } },
		},
	},
	organisation: { select: { id: true, name: true, slug: true, country: true } },
} satisfies Prisma.ReportCaseSelect;

const caseSelect = {
	id: true,
	isUrgent: true,
	openedAt: true,
	lookedAt: true,
	outcome: true,
	closedAt: true,
	assignee: { select: { id: true, name: true, email: true } },
	...subjectSelect,
} satisfies Prisma.ReportCaseSelect;

type SubjectRow = Prisma.ReportCaseGetPayload<{ select: typeof subjectSelect }>;

/**
 * Cases of reports that the viewer may handle: urgent ones first, then the oldest; closed ones the latest first.
 * @throws DomainError unauthenticated, forbidden (no reviewer)
 */
export async function listCases(
	viewer: Viewer,
	{ view = "open", page = 1, limit = 50 }: { view?: CaseView; page?: number; limit?: number } = {},
) {
	requireCan(viewer, { action: "queue.read" });
	const rows = await db.reportCase.findMany({
		where: { AND: [reportsHandledBy(viewer), whereOf(view, viewer)] },
		orderBy:
			view === "closed"
				? [{ closedAt: "desc" }, { id: "desc" }]
				: [{ isUrgent: "desc" }, { openedAt: "asc" }, { id: "asc" }],
		take: limit + 1,
		skip: (page - 1) * limit,
		select: { ...caseSelect, reports: { select: { kind: true, isSuspect: true } } },
	});
	const items = rows.slice(0, limit).map(({ reports, event, organisation, ...of }) => ({
		...of,
		...subjectOf({ event, organisation }),
		reportCount: reports.length,
		kinds: countKinds(reports),
	}));
	return { items, hasMore: rows.length > limit };
}
export type CaseItem = Awaited<ReturnType<typeof listCases>>["items"][number];

/** How many cases wait for the viewer; those that look automatic do not count. */
export function countOpenCases(viewer: Viewer): Promise<number> {
	return db.reportCase.count({
		where: { AND: [reportsHandledBy(viewer), whereOf("open", viewer)] },
	});
}

/**
 * One case with all its reports, the oldest first. A reporter's address is never shown: only whether there is one.
 * @throws DomainError unauthenticated, forbidden (no reviewer), not_found (another territory, or the own organisation)
 */
export async function getCase(viewer: Viewer, caseId: string) {
	requireCan(viewer, { action: "queue.read" });
	const found = await db.reportCase.findFirst({
		where: { AND: [{ id: caseId }, reportsHandledBy(viewer)] },
		select: {
			...caseSelect,
			reason: true,
			reports: {
				orderBy: { createdAt: "asc" },
				select: {
					id: true,
					reference: true,
					kind: true,
					text: true,
					email: true,
					locale: true,
					isSuspect: true,
					answer: true,
					createdAt: true,
				},
			},
		},
	});
	if (!found) throw new DomainError("not_found");
	const { event, organisation, reports, ...of } = found;
	return {
		...of,
		...subjectOf({ event, organisation }),
		reports: reports.map(({ email, ...report }) => ({ ...report, hasEmail: email !== null })),
	};
}
export type ReportCase = Awaited<ReturnType<typeof getCase>>;

/** What the case is about, whether it is still public or not. */
function subjectOf({ event, organisation }: SubjectRow) {
	return {
		eventId: event?.id ?? null,
		organisationId: organisation?.id ?? null,
		organisation: event?.organisation.name ?? organisation?.name ?? "",
		organisationSlug: organisation?.slug ?? null,
		country: event?.country ?? organisation?.country ?? null,
		address: event?.published
			? { season: event.published.season, slug: event.published.slug }
			: null,
		texts: event?.published?.texts ?? event?.latestRevision?.texts ?? [],
	};
}

function countKinds(
	reports: readonly { kind: ReportKind }[],
): { kind: ReportKind; count: number }[] {
	const counts = new Map<ReportKind, number>();
	for (const { kind } of reports) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}
