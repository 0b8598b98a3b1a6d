import { readWaiting } from "@/lib/calendar/publish-profile";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { revisionSelect, toContent } from "@/lib/events/revision";
import { type NamedEvent, nameEvent } from "@/lib/events/super-event-queries";
import { nextState } from "@/lib/lifecycle/lifecycle";
import { alikeTo } from "@/lib/organisations/look-alikes";
import type { OrganisationKind } from "@/lib/organisations/schema";
import { can, requireCan, reviewableBy } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { skeleton } from "@/lib/text/plain";
import { differences } from "./differences";
import { readOrganiserHistory } from "./organiser-history";
import { submittedContent, submittedSelect } from "./submitted-content";
import { weigh } from "./weigh";

/** Kinds of which a country has few, so that a second one deserves a look. */
const OFFICIAL_KINDS: readonly OrganisationKind[] = ["embassy", "consulate"];

/**
 * One submission as a reviewer sees it: the last submitted revision (never the organiser's open draft), what changed
 * against the public one (`base`; else against the version that was sent back) field by field, and every earlier decision.
 * @throws DomainError unauthenticated, forbidden, not_found (another territory, or never submitted)
 */
export async function getSubmission(viewer: Viewer, eventId: string) {
	requireCan(viewer, { action: "queue.read" });
	const event = await db.event.findFirst({
		where: { AND: [{ id: eventId }, reviewableBy(viewer)] },
		select: {
			notes: {
				orderBy: { createdAt: "asc" },
				select: {
					id: true,
					text: true,
					createdAt: true,
					author: { select: { name: true, email: true } },
				},
			},
			organisation: {
				select: {
					name: true,
					slug: true,
					kind: true,
					country: true,
					website: true,
					isLookAlike: true,
					heldAt: true,
					heldReason: true,
					waiting: true,
					verifiedAt: true,
					trustedAt: true,
					createdAt: true,
					nameSkeleton: true,
					texts: { select: { nameSkeleton: true } },
				},
			},
			messages: {
				orderBy: { createdAt: "asc" },
				select: { id: true, isReviewer: true, text: true, createdAt: true, readAt: true },
			},
			takeDowns: {
				where: { endedAt: null },
				take: 1,
				select: { reason: true, createdAt: true, recapVersionId: true },
			},
			...submittedSelect,
			published: {
				select: {
					season: true,
					slug: true,
					revision: { select: revisionSelect },
					recap: { select: { eventId: true } },
				},
			},
			decisions: {
				orderBy: [{ createdAt: "desc" }, { id: "desc" }],
				select: {
					kind: true,
					reason: true,
					createdAt: true,
					actor: { select: { name: true, email: true } },
					actorId: true,
					isByTrust: true,
					isSampled: true,
					lookedAt: true,
					undoneAt: true,
					undoneReason: true,
					revisionId: true,
					replacedId: true,
					revision: { select: { number: true } },
				},
			},
		},
	});
	const content = event && submittedContent(event);
	if (!event || !content) throw new DomainError("not_found");
	const { revisions: _, latestRevision: __, published, ...rest } = event;
	const publicContent = published ? toContent(published.revision) : null;
	const earlier = event.revisions.find(({ number }) => number < content.number);
	const previous = earlier ? toContent(earlier) : null;
	const profile = readWaiting(event.organisation.waiting);
	const [last] = event.decisions;
	const isLast =
		last?.undoneAt === null &&
		last.revisionId === event.latestRevision?.id &&
		nextState(event.state, "reopen", { isPublished: published !== null }) !== null &&
		can(viewer, { action: "event.decide", event });
	const isHeldByRecap =
		last?.kind === "approve" && last.replacedId === null && Boolean(published?.recap);
	const wholes = [content, publicContent ?? previous].map((each) => each?.superEventId ?? null);
	return {
		...rest,
		profile: profile && isBefore(profile.savedAt, event.submittedAt) ? profile : null,
		content,
		published:
			published && publicContent
				? { season: published.season, slug: published.slug, content: publicContent }
				: null,
		authorLocale: await authorLocaleOf(content.id),
		base: publicContent ? ("public" as const) : previous ? ("previous" as const) : null,
		differences: differences(publicContent ?? previous, content).map((difference) => ({
			...difference,
			weight: weigh(difference),
		})),
		wholes: await nameWholes(viewer, wholes),
		lookAlikes: event.organisation.isLookAlike ? await listLookAlikes(event.organisation) : [],
		similar: event.organisation.verifiedAt ? [] : await listSimilar(event.organisation),
		mayLookAt:
			event.decisions.some(
				({ isSampled, lookedAt, undoneAt }) => isSampled && lookedAt === null && undoneAt === null,
			) && can(viewer, { action: "event.decide", event }),
		mayDecide: event.state === "submitted" && can(viewer, { action: "event.decide", event }),
		mayReopen: isLast && !isHeldByRecap,
		/** The last decision could be taken back if no recap were public by it. */
		isHeldByRecap: isLast && isHeldByRecap,
		isOwn: !can(viewer, { action: "event.decide", event }),
		approvedBefore: await countApproved(event.organisationId),
		history: await readOrganiserHistory(viewer, event.organisationId),
	};
}
export type Submission = Awaited<ReturnType<typeof getSubmission>>;

/** The events of which it is a part, now and before, as the reviewer may read what they are called. */
async function nameWholes(viewer: Viewer, ids: readonly (string | null)[]): Promise<NamedEvent[]> {
	const named = [...new Set(ids)].map((id) => id && nameEvent(viewer, id));
	return (await Promise.all(named)).filter((each) => each !== null && each !== "");
}

/** The interface language of whoever typed it. */
async function authorLocaleOf(revisionId: string): Promise<string> {
	const { author } = await db.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: { author: { select: { locale: true } } },
	});
	return author.locale;
}

/** An approval publishes only what the reviewer can have read here (lib/calendar/publish-profile). */
function isBefore(savedAt: string, submittedAt: Date | null): boolean {
	return submittedAt !== null && new Date(savedAt) <= submittedAt;
}

/** Missions and ministries that state the same kind and country: names in two languages have no common skeleton. */
async function listSimilar({
	kind,
	country,
	slug,
}: {
	kind: OrganisationKind;
	country: string;
	slug: string;
}) {
	if (!OFFICIAL_KINDS.includes(kind)) return [];
	return db.organisation.findMany({
		where: { kind, country, slug: { not: slug } },
		orderBy: { createdAt: "asc" },
		take: 5,
		select: { name: true, slug: true, country: true },
	});
}

async function listLookAlikes({
	nameSkeleton,
	texts,
	waiting,
	slug,
}: {
	nameSkeleton: string;
	texts: { nameSkeleton: string }[];
	waiting: unknown;
	slug: string;
}) {
	const profile = readWaiting(waiting);
	const wanted = profile ? [profile.name, ...profile.texts.map(({ name }) => name)] : [];
	const skeletons = [
		nameSkeleton,
		...texts.map((text) => text.nameSkeleton),
		...wanted.map(skeleton),
	];
	return db.organisation.findMany({
		where: {
			AND: [alikeTo(skeletons), { slug: { not: slug } }],
		},
		orderBy: { createdAt: "asc" },
		take: 5,
		select: { name: true, slug: true, country: true, verifiedAt: true },
	});
}

async function countApproved(organisationId: string): Promise<number> {
	return db.publishedOrganiser.count({ where: { organisationId } });
}
