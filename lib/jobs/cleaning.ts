import { db } from "@/lib/db/client";

const DAY_MS = 86_400_000;
/** So many words are looked at in a run, picked by chance: all of them at once would take too long. */
const WORDS_IN_A_RUN = 1000;
const KEPT_DAYS = {
	signInRequests: 1,
	invitations: 30,
	idempotencyKeys: 7,
	cacheTags: 7,
	publicChanges: 7,
	draftSaves: 3,
	draftReaders: 1,
	digests: 30,
	absences: 30,
	urgentSubmissions: 3,
};

/**
 * Deletes sign-in requests, invitations, sessions, idempotency keys, rate limits, cache tags, what saves of drafts
 * replaced, noted changes, mails of the day, urgent submissions that nobody was told of and absences past their time,
 * and words that no listed event has any more.
 */
export async function cleanExpired(now: Date): Promise<void> {
	const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
	await db.signInRequest.deleteMany({
		where: { expiresAt: { lt: daysAgo(KEPT_DAYS.signInRequests) } },
	});
	await db.invitation.deleteMany({
		where: { expiresAt: { lt: daysAgo(KEPT_DAYS.invitations) } },
	});
	await db.session.deleteMany({ where: { expires: { lt: now } } });
	await db.factorChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
	await db.idempotencyKey.deleteMany({
		where: { createdAt: { lt: daysAgo(KEPT_DAYS.idempotencyKeys) } },
	});
	await db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime()) } } });
	await db.cacheTag.deleteMany({
		where: { invalidatedAt: { lt: daysAgo(KEPT_DAYS.cacheTags) } },
	});
	await db.draftSave.deleteMany({ where: { at: { lt: daysAgo(KEPT_DAYS.draftSaves) } } });
	await db.draftReader.deleteMany({ where: { seenAt: { lt: daysAgo(KEPT_DAYS.draftReaders) } } });
	await db.digest.deleteMany({ where: { at: { lt: daysAgo(KEPT_DAYS.digests) } } });
	await db.urgentSubmission.deleteMany({
		where: { at: { lt: daysAgo(KEPT_DAYS.urgentSubmissions) } },
	});
	await db.absence.deleteMany({ where: { toDate: { lt: daysAgo(KEPT_DAYS.absences) } } });
	// The newest stays: web processes compare its number with what they know (lib/calendar/snapshot).
	await db.$executeRaw`
		DELETE FROM "PublishedChange" WHERE "at" < ${daysAgo(KEPT_DAYS.publicChanges)}
			AND "number" < (SELECT max("number") FROM "PublishedChange")`;
	await forgetWords();
}

async function forgetWords(): Promise<void> {
	await db.$executeRaw`
		DELETE FROM "SearchWord" s
		WHERE s."word" IN (SELECT "word" FROM "SearchWord" ORDER BY random() LIMIT ${WORDS_IN_A_RUN})
			AND NOT EXISTS (SELECT 1 FROM "PublishedSearch" p JOIN "PublishedEvent" e ON e."id" = p."eventId"
				WHERE e."visibility" = 'public'
					AND p."words" @@ to_tsquery('simple', quote_literal(translate(s."word", chr(92), ' '))))`;
}
