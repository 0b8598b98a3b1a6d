import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a secret that must be read again (AES-256-GCM, its key made of AUTH_SECRET by HKDF, RFC 5869).
 * @param owner whose it is: it can be opened for no one else, so a row that is copied to another person is worth nothing.
 */
export function seal(secret: string, owner: string): string {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv(CIPHER, key(), nonce).setAAD(Buffer.from(owner));
	const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed for this owner; null when it was changed, is somebody else's, or AUTH_SECRET is another one now. */
export function unseal(sealed: string, owner: string): string | null {
	const bytes = Buffer.from(sealed, "base64url");
	const nonce = bytes.subarray(0, NONCE_BYTES);
	const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
	try {
		const decipher = createDecipheriv(CIPHER, key(), nonce, { authTagLength: TAG_BYTES })
			.setAAD(Buffer.from(owner))
			.setAuthTag(tag);
		const rest = bytes.subarray(NONCE_BYTES + TAG_BYTES);
		return Buffer.concat([decipher.update(rest), decipher.final()]).toString("utf8");
	} catch {
		return null;
	}
}

function key(): Uint8Array {
	const made = hkdfSync("sha256", env().AUTH_SECRET, "", "february-26 second factor", KEY_BYTES);
	return new Uint8Array(made);
}
