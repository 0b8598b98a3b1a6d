import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { PasskeyAnswer, PasskeyMade } from "@/lib/accounts/passkey-schema";

/** What a key is told to say, right unless a test wants it wrong. */
type Told = {
	challenge: string;
	origin?: string;
	rpId?: string;
	/** How often it was used; WebAuthn level 3, 6.1.1. */
	counter?: number;
	isUserVerified?: boolean;
};

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** A security key in software (WebAuthn level 3, 6), for tests: ES256, without attestation. */
export function makeSecurityKey() {
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const id = randomBytes(32);
	const credential = { id: text(id), rawId: text(id), type: "public-key" as const };

	return {
		/** Answers `navigator.credentials.create`. */
		make(told: Told): PasskeyMade {
			const { x = "", y = "" } = publicKey.export({ format: "jwk" });
			const key = map([
				[unsigned(1), unsigned(2)],
				[unsigned(3), negative(7)],
				[negative(1), unsigned(1)],
				[negative(2), bytes(Buffer.from(x, "base64url"))],
				[negative(3), bytes(Buffer.from(y, "base64url"))],
			]);
			const length = Buffer.from([0, id.length]);
			const data = authenticatorData(told, HAS_CREDENTIAL, [Buffer.alloc(16), length, id, key]);
			const attestation = map([
				[words("fmt"), words("none")],
				[words("attStmt"), map([])],
				[words("authData"), bytes(data)],
			]);
			return {
				...credential,
				clientExtensionResults: {},
				response: {
					clientDataJSON: text(clientData("webauthn.create", told)),
					attestationObject: text(attestation),
				},
			};
		},

		/** Answers `navigator.credentials.get`. */
		answer(told: Told): PasskeyAnswer {
			const client = clientData("webauthn.get", told);
			const data = authenticatorData(told, 0, []);
			return {
				...credential,
				clientExtensionResults: {},
				response: {
					clientDataJSON: text(client),
					authenticatorData: text(data),
					signature: text(sign("sha256", Buffer.concat([data, sha256(client)]), privateKey)),
				},
			};
		},
	};
}

function clientData(type: string, { challenge, origin = "http://localhost:3000" }: Told): Buffer {
	return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function authenticatorData(
	{ rpId = "localhost", counter = 1, isUserVerified = true }: Told,
	flags: number,
	credential: Buffer[],
): Buffer {
	const head = Buffer.alloc(5);
	head.writeUInt8(flags | PRESENT | (isUserVerified ? VERIFIED : 0), 0);
	head.writeUInt32BE(counter, 1);
	return Buffer.concat([sha256(Buffer.from(rpId)), head, ...credential]);
}

// CBOR (RFC 8949, 3), as much of it as a key needs.

function item(major: number, value: number): Buffer {
	if (value < 24) return Buffer.from([(major << 5) | value]);
	return value < 256
		? Buffer.from([(major << 5) | 24, value])
		: Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}

function unsigned(value: number): Buffer {
	return item(0, value);
}

function negative(value: number): Buffer {
	return item(1, value - 1);
}

function bytes(value: Buffer): Buffer {
	return Buffer.concat([item(2, value.length), value]);
}

function words(value: string): Buffer {
	return Buffer.concat([item(3, value.length), Buffer.from(value)]);
}

function map(entries: [Buffer, Buffer][]): Buffer {
	return Buffer.concat([item(5, entries.length), ...entries.flat()]);
}

function sha256(value: Buffer): Buffer {
	return createHash("sha256").update(value).digest();
}

function text(value: Buffer): string {
	return value.toString("base64url");
}
