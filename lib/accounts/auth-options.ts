import type { AuthOptions } from "next-auth";
import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import {
	cookieAttributes,
	hashSecret,
	isSecureSite,
	SESSION_DAYS,
	sessionCookieName,
} from "@/lib/accounts/session-cookie";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";

const SECONDS_A_DAY = 86_400;

const userSelect = {
	id: true,
	name: true,
	email: true,
	emailVerified: true,
	disabledAt: true,
} as const;

/**
 * next-auth's door to our sessions. It can read, prolong and end one, and nothing else: there is
 * no provider and no way here to make users, accounts or sessions (decision 0004).
 */
const adapter: Adapter = {
	async getSessionAndUser(token) {
		const found = await db.session.findUnique({
			where: { sessionToken: hashSecret(token) },
			select: { userId: true, expires: true, user: { select: userSelect } },
		});
		if (!found || found.user.disabledAt) return null;
		const { disabledAt: _disabledAt, ...user } = found.user;
		return {
			session: { sessionToken: token, userId: found.userId, expires: found.expires },
			user: user satisfies AdapterUser,
		};
	},
	async updateSession({ sessionToken, expires }): Promise<AdapterSession | null> {
		if (!expires) return null;
		const where = { sessionToken: hashSecret(sessionToken) };
		const { count } = await db.session.updateMany({ where, data: { expires } });
		if (count === 0) return null;
		const { userId } = await db.session.findUniqueOrThrow({ where, select: { userId: true } });
		return { sessionToken, userId, expires };
	},
	async deleteSession(token) {
		await db.session.deleteMany({ where: { sessionToken: hashSecret(token) } });
	},
};

/** next-auth's options: database sessions of 30 days, our cookie, our pages, no providers. */
export function authOptions(): AuthOptions {
	return {
		adapter,
		secret: env().AUTH_SECRET,
		providers: [],
		session: {
			strategy: "database",
			maxAge: SESSION_DAYS * SECONDS_A_DAY,
			updateAge: SECONDS_A_DAY,
		},
		useSecureCookies: isSecureSite(),
		cookies: { sessionToken: { name: sessionCookieName(), options: cookieAttributes() } },
		pages: { signIn: "/en/sign-in", error: "/en/sign-in", verifyRequest: "/en/sign-in/check" },
	};
}
