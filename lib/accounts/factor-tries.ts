import { audit } from "@/lib/audit/audit";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";

export const TRIES = 5;
const WAIT_MINUTES = 15;
const LONGEST_WAIT_MINUTES = 24 * 60;

/**
 * Pays for one guess of a code before it is looked at, in one statement, so that parallel guesses gain nothing. Every
 * fifth wrong one in a row makes the person wait, twice as long each time: 15 minutes, half an hour, up to a day.
 * @throws DomainError factor_locked while they wait
 */
export async function payTry(userId: string, now: Date): Promise<void> {
	const [paid] = await db.$queryRaw<{ factorFailures: number }[]>`
		UPDATE "User" SET
			"factorFailures" = "factorFailures" + 1,
			"factorLockedUntil" = CASE WHEN ("factorFailures" + 1) % ${TRIES}::int = 0
				THEN ${now}::timestamptz + make_interval(mins => least(
					${WAIT_MINUTES}::int * power(2, least("factorFailures" / ${TRIES}::int, 10))::int,
					${LONGEST_WAIT_MINUTES}::int))
				ELSE NULL END
		WHERE "id" = ${userId}::uuid
			AND ("factorLockedUntil" IS NULL OR "factorLockedUntil" <= ${now}::timestamptz)
		RETURNING "factorFailures"`;
	if (!paid) throw new DomainError("factor_locked");
}

/** The right answer takes back what the tries have cost. */
export async function forgiveTries(tx: Tx, userId: string): Promise<void> {
	await tx.user.update({
		where: { id: userId },
		data: { factorFailures: 0, factorLockedUntil: null },
		select: { id: true },
	});
}

/**
 * Notes a wrong answer, and that the person has to wait now.
 * @throws DomainError always: factor_locked after the last try, else wrong_code with the message beside `field`
 */
export async function refuseFactor(
	userId: string,
	{ by, field, message, now }: { by: string; field: string; message: string; now: Date },
): Promise<never> {
	const isLocked = await inTransaction(async (tx) => {
		const entry = {
			actorId: userId,
			subjectType: "user",
			subjectId: userId,
			detail: { by },
			at: now,
		} as const;
		await audit(tx, { ...entry, action: "factor.refused" });
		const user = await tx.user.findUniqueOrThrow({
			where: { id: userId },
			select: { factorLockedUntil: true },
		});
		const waits = user.factorLockedUntil !== null && user.factorLockedUntil > now;
		if (waits) await audit(tx, { ...entry, action: "factor.locked" });
		return waits;
	});
	if (isLocked && by !== "passkey") throw new DomainError("factor_locked");
	throw new DomainError("wrong_code", { fields: { [field]: message } });
}
