import { db, Prisma, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { SignedInViewer } from "@/lib/permissions/viewer";

type Purpose = "new_app" | "new_passkey" | "proof";

const MINUTES: Record<Purpose, number> = { new_app: 30, new_passkey: 5, proof: 5 };

/** Keeps what this session was asked; it replaces an earlier question of the same purpose. */
export async function putChallenge(
	tx: Tx,
	viewer: SignedInViewer,
	{ purpose, value, now }: { purpose: Purpose; value: string; now: Date },
): Promise<void> {
	const sessionId = sessionIdOf(viewer);
	const expiresAt = new Date(now.getTime() + MINUTES[purpose] * 60_000);
	await tx.factorChallenge.upsert({
		where: { sessionId_purpose: { sessionId, purpose } },
		create: { sessionId, purpose, value, expiresAt },
		update: { value, expiresAt },
		select: { sessionId: true },
	});
}

/** What this session was asked and may still answer; null when nothing. */
export async function findChallenge(
	tx: Tx,
	viewer: SignedInViewer,
	{ purpose, now }: { purpose: Purpose; now: Date },
): Promise<string | null> {
	const found = await tx.factorChallenge.findFirst({
		where: { sessionId: sessionIdOf(viewer), purpose, expiresAt: { gt: now } },
		select: { value: true },
	});
	return found?.value ?? null;
}

/**
 * Takes the question away and returns it: it is answered once, rightly or not. It has a transaction of its own, so that
 * a refused answer does not bring it back.
 */
export async function takeChallenge(
	viewer: SignedInViewer,
	{ purpose, now }: { purpose: Purpose; now: Date },
): Promise<string | null> {
	const [taken] = await db.$queryRaw<{ value: string; expiresAt: Date }[]>(Prisma.sql`
		DELETE FROM "FactorChallenge"
		WHERE "sessionId" = ${sessionIdOf(viewer)}::uuid AND "purpose" = ${purpose}::"FactorPurpose"
		RETURNING "value", "expiresAt"`);
	return taken && taken.expiresAt > now ? taken.value : null;
}

/** @throws DomainError unauthenticated (a job, which has no session) */
export function sessionIdOf(viewer: SignedInViewer): string {
	if (!viewer.session) throw new DomainError("unauthenticated");
	return viewer.session.id;
}
