import { hashSecret, newSessionToken, sessionCookieName } from "@/lib/accounts/session-cookie";
import { db, type Tx } from "@/lib/db/client";

/** What the browser gets: the cookie's value is nowhere in the database. */
export type NewSession = { token: string; expires: Date; cookieName: string };

/** Opens a session of 30 days in the caller's transaction. */
export async function createSession(tx: Tx, userId: string, now: Date): Promise<NewSession> {
	const { token, expires } = newSessionToken(now);
	await tx.session.create({
		data: { sessionToken: hashSecret(token), userId, expires },
		select: { id: true },
	});
	return { token, expires, cookieName: sessionCookieName() };
}

/** Ends the session of this cookie value; nothing happens when there is none. */
export async function deleteSession(token: string): Promise<void> {
	await db.session.deleteMany({ where: { sessionToken: hashSecret(token) } });
}
