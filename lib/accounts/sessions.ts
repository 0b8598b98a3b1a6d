import { audit } from "@/lib/audit/audit";
import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import type { Device } from "./device";
import { hashSecret, newSessionToken, sessionCookieName } from "./session-cookie";

const SEEN_EVERY_MINUTES = 5;

/** What the browser gets: the cookie's value is nowhere in the database. */
export type NewSession = { token: string; expires: Date; cookieName: string };

/** A sign-in of a person as their account page shows it. */
export type OwnSession = Device & {
	id: string;
	createdAt: Date;
	/** Null until the first request after signing in. */
	lastSeenAt: Date | null;
	isThis: boolean;
};

/** Opens a session of 30 days in the caller's transaction, with the first factor only. */
export async function createSession(
	tx: Tx,
	userId: string,
	now: Date,
	{ browser, system }: Device,
): Promise<NewSession> {
	const { token, expires } = newSessionToken(now);
	await tx.session.create({
		data: { sessionToken: hashSecret(token), userId, expires, createdAt: now, browser, system },
		select: { id: true },
	});
	return { token, expires, cookieName: sessionCookieName() };
}

/** Notes that a session is in use, at most every five minutes. */
export async function noteSeen(sessionId: string, now: Date): Promise<void> {
	const since = new Date(now.getTime() - SEEN_EVERY_MINUTES * 60_000);
	await db.session.updateMany({
		where: { id: sessionId, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: since } }] },
		data: { lastSeenAt: now },
	});
}

/** The person's sign-ins that are not over, this one first, then the latest. */
export async function listSessions(viewer: SignedInViewer, now: Date): Promise<OwnSession[]> {
	const rows = await db.session.findMany({
		where: { userId: viewer.id, expires: { gt: now } },
		orderBy: [{ lastSeenAt: { sort: "desc", nulls: "last" } }, { createdAt: "desc" }],
		select: { id: true, browser: true, system: true, createdAt: true, lastSeenAt: true },
	});
	const own = rows.map((row) => ({ ...row, isThis: row.id === viewer.session?.id }));
	return [...own.filter(({ isThis }) => isThis), ...own.filter(({ isThis }) => !isThis)];
}

/** Ends one of the person's own sign-ins. @throws DomainError not_found (none of theirs) */
export async function endSession(
	tx: Tx,
	viewer: SignedInViewer,
	{ sessionId, now }: { sessionId: string; now: Date },
): Promise<void> {
	const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: viewer.id } });
	if (count === 0) throw new DomainError("not_found");
	await noteEnd(tx, viewer, { count, now });
}

/** Ends all of the person's sign-ins, this one too. */
export async function endAllSessions(
	tx: Tx,
	viewer: SignedInViewer,
	{ now }: { now: Date },
): Promise<void> {
	const { count } = await tx.session.deleteMany({ where: { userId: viewer.id } });
	await noteEnd(tx, viewer, { count, now });
}

/** Ends the session of this cookie value; nothing happens when there is none. */
export async function deleteSession(token: string): Promise<void> {
	await db.session.deleteMany({ where: { sessionToken: hashSecret(token) } });
}

async function noteEnd(
	tx: Tx,
	viewer: SignedInViewer,
	{ count, now }: { count: number; now: Date },
) {
	await audit(tx, {
		actorId: viewer.id,
		action: "account.sessions_ended",
		subjectType: "user",
		subjectId: viewer.id,
		detail: { count },
		at: now,
	});
}
