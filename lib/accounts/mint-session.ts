import { createSession, type NewSession } from "@/lib/accounts/sessions";
import { db } from "@/lib/db/client";

/**
 * Signs a user in by data alone and with the first factor only, for tests and factories: put `cookieName=token` on APP_URL.
 */
export async function mintSession(userId: string, now = new Date()): Promise<NewSession> {
	return createSession(db, userId, now, { browser: null, system: null });
}
