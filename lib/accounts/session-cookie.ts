import { createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

export const SESSION_DAYS = 30;
const SECONDS_A_DAY = 86_400;

/** True when the site runs on https, where cookies are `Secure` and host-bound. */
export function isSecureSite(): boolean {
	return env().APP_URL.startsWith("https:");
}

/** Name of the session's cookie; `__Host-` binds it to our host and to https (RFC 6265bis, 4.1.3.2). */
export function sessionCookieName(): string {
	return isSecureSite() ? "__Host-session" : "session";
}

/** Name of the cookie that ties a six-digit code to the browser that asked for it. */
export function requestCookieName(): string {
	return isSecureSite() ? "__Host-sign-in" : "sign-in";
}

/** Attributes that our cookies share. */
export function cookieAttributes() {
	return { httpOnly: true, sameSite: "lax", secure: isSecureSite(), path: "/" } as const;
}

/** A new session's secret for the cookie (256 bits, base64url) and the moment when it ends. */
export function newSessionToken(now: Date): { token: string; expires: Date } {
	return {
		token: randomBytes(32).toString("base64url"),
		expires: new Date(now.getTime() + SESSION_DAYS * SECONDS_A_DAY * 1000),
	};
}

/** What the database keeps of a secret: SHA-256, in hex. */
export function hashSecret(secret: string): string {
	return createHash("sha256").update(secret).digest("hex");
}
