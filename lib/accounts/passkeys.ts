import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { lockFactors, noteAdded, requireMayAdd } from "./add-factor";
import type { Device } from "./device";
import { putChallenge, takeChallenge } from "./factor-challenges";
import { refuseFactor } from "./factor-tries";
import type { PasskeyAnswer, PasskeyMade } from "./passkey-schema";
import { noteProof } from "./prove-factor";
import type { NewSession } from "./sessions";

const RP_NAME = "26 February";
const MOST_PASSKEYS = 20;

/**
 * What the browser needs to make a passkey (WebAuthn level 3, 5.4), as JSON text.
 * @throws DomainError proof_needed, forbidden
 */
export async function beginPasskey(
	tx: Tx,
	viewer: SignedInViewer,
	{ now }: { now: Date },
): Promise<string> {
	requireMayAdd(viewer, now);
	const options = await generateRegistrationOptions({
		rpName: RP_NAME,
		rpID: relyingParty().id,
		userName: viewer.email,
		userID: new TextEncoder().encode(viewer.id),
		attestationType: "none",
		excludeCredentials: await credentialsOf(tx, viewer.id),
		authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
	});
	await putChallenge(tx, viewer, { purpose: "new_passkey", value: options.challenge, now });
	return JSON.stringify(options);
}

/**
 * Adds the passkey that the browser has made, which proves the factor for this session.
 * @throws DomainError expired, wrong_code, proof_needed, forbidden, conflict
 */
export async function addPasskey(
	tx: Tx,
	viewer: SignedInViewer,
	{ response, device, now }: { response: PasskeyMade; device: Device; now: Date },
): Promise<NewSession> {
	const challenge = await takeChallenge(viewer, { purpose: "new_passkey", now });
	if (!challenge) throw new DomainError("expired", { fields: { response: "factor.over" } });
	const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
	const verified = await verifyRegistrationResponse({
		response,
		expectedChallenge: challenge,
		expectedOrigin,
		expectedRPID,
		requireUserVerification: true,
	}).catch(() => null);
	const credential = verified?.registrationInfo?.credential;
	if (!verified?.verified || !credential) throw refused();
	await lockFactors(tx, viewer, now);
	if ((await tx.passkey.count({ where: { userId: viewer.id } })) >= MOST_PASSKEYS)
		throw new DomainError("conflict");
	const { count } = await tx.passkey.createMany({
		data: [
			{
				userId: viewer.id,
				credentialId: credential.id,
				publicKey: credential.publicKey,
				counter: credential.counter,
				transports: credential.transports ?? [],
				...device,
				createdAt: now,
			},
		],
		skipDuplicates: true,
	});
	if (count === 0) throw refused();
	return noteAdded(tx, viewer, { kind: "passkey", now });
}

/** What the browser needs to answer with one of the person's passkeys, as JSON text. */
export async function beginPasskeyProof(
	tx: Tx,
	viewer: SignedInViewer,
	{ now }: { now: Date },
): Promise<string> {
	const options = await generateAuthenticationOptions({
		rpID: relyingParty().id,
		allowCredentials: await credentialsOf(tx, viewer.id),
		userVerification: "required",
	});
	await putChallenge(tx, viewer, { purpose: "proof", value: options.challenge, now });
	return JSON.stringify(options);
}

/**
 * Proves the second factor with a passkey. A passkey cannot be guessed, so it costs no try and works while codes wait.
 * @throws DomainError expired, wrong_code
 */
export async function proveByPasskey(
	viewer: SignedInViewer,
	{ response, now }: { response: PasskeyAnswer; now: Date },
): Promise<NewSession> {
	const challenge = await takeChallenge(viewer, { purpose: "proof", now });
	if (!challenge) throw new DomainError("expired", { fields: { response: "factor.over" } });
	const counter = await verifiedCounter(viewer, response, challenge);
	if (counter !== null) {
		return inTransaction(async (tx) => {
			// Where it was removed meanwhile nothing is proven.
			const { count } = await tx.passkey.updateMany({
				where: { credentialId: response.id, userId: viewer.id },
				data: { counter, lastUsedAt: now },
			});
			if (count === 0) throw refused();
			return noteProof(tx, viewer, { by: "passkey", now });
		});
	}
	const message = "factor.passkeyRefused";
	return refuseFactor(viewer.id, { by: "passkey", field: "response", message, now });
}

/** The passkey's new counter when it has signed the challenge; null when not, or when the counter shows a copy (WebAuthn, 6.1.1). */
async function verifiedCounter(
	viewer: SignedInViewer,
	response: PasskeyAnswer,
	expectedChallenge: string,
): Promise<number | null> {
	const passkey = await db.passkey.findFirst({
		where: { credentialId: response.id, userId: viewer.id },
		select: { credentialId: true, publicKey: true, counter: true },
	});
	if (!passkey) return null;
	const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
	const verified = await verifyAuthenticationResponse({
		response,
		expectedChallenge,
		expectedOrigin,
		expectedRPID,
		credential: {
			id: passkey.credentialId,
			publicKey: new Uint8Array(passkey.publicKey),
			counter: Number(passkey.counter),
		},
		requireUserVerification: true,
	}).catch(() => null);
	return verified?.verified ? verified.authenticationInfo.newCounter : null;
}

function relyingParty(): { id: string; origin: string } {
	const { APP_URL } = env();
	return { id: new URL(APP_URL).hostname, origin: APP_URL };
}

async function credentialsOf(tx: Tx, userId: string) {
	const passkeys = await tx.passkey.findMany({
		where: { userId },
		orderBy: { id: "asc" },
		select: { credentialId: true, transports: true },
	});
	return passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports }));
}

function refused(): DomainError {
	return new DomainError("wrong_code", { fields: { response: "factor.passkeyRefused" } });
}
