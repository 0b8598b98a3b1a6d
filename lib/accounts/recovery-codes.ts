import { randomBytes } from "node:crypto";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { mailFactorChange } from "./prove-factor";
import { hashSecret } from "./session-cookie";

export const RECOVERY_CODES = 10;
/** Of Crockford's base 32: no letter looks like a digit or like another letter. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 80 bits, so that not even a plain hash can be tried through. */
const CODE_LENGTH = 16;
const GROUP = 4;

/**
 * Makes ten codes, of which each gets in once without the device; earlier ones end.
 * @returns them for this one time: the database keeps only hashes
 * @throws DomainError proof_needed
 */
export async function makeRecoveryCodes(
	tx: Tx,
	viewer: SignedInViewer,
	{ now }: { now: Date },
): Promise<string[]> {
	requireFreshProof(viewer, now);
	const codes = Array.from({ length: RECOVERY_CODES }, newCode);
	// Two requests at once come one after the other; the codes of the later one count.
	await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${viewer.id}::uuid FOR UPDATE`;
	await tx.recoveryCode.deleteMany({ where: { userId: viewer.id } });
	await tx.recoveryCode.createMany({
		data: codes.map((code) => ({ userId: viewer.id, hash: hashSecret(code), createdAt: now })),
	});
	await audit(tx, {
		actorId: viewer.id,
		action: "factor.codes_made",
		subjectType: "user",
		subjectId: viewer.id,
		at: now,
	});
	await mailFactorChange(tx, viewer, "codes_made");
	return codes.map(grouped);
}

function newCode(): string {
	// 256 is a multiple of 32, so each letter is as likely as any other.
	return [...randomBytes(CODE_LENGTH)]
		.map((byte) => LETTERS.charAt(byte % LETTERS.length))
		.join("");
}

function grouped(code: string): string {
	return code.match(new RegExp(`.{${GROUP}}`, "g"))?.join("-") ?? code;
}
