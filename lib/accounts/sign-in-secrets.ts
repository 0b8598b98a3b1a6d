import { createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const CODE_DIGITS = 6;

/** The link's secret: 256 random bits, base64url. */
export function newLinkToken(): string {
	return randomBytes(32).toString("base64url");
}

/** Six random digits. */
export function newCode(): string {
	return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
}

/**
 * What the database keeps of a code. A million codes are soon tried on a plain hash, so this one
 * needs AUTH_SECRET and belongs to one request.
 */
export function hashCode(requestId: string, code: string): string {
	return createHmac("sha256", env().AUTH_SECRET).update(`${requestId}:${code}`).digest("hex");
}

/** Compares two hashes in constant time. */
export function isSameHash(a: string, b: string): boolean {
	return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
