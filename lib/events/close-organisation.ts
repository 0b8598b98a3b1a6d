import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { lockAsOwner } from "@/lib/organisations/lock-organisation";
import { organisationRef } from "@/lib/organisations/schema";
import type { Viewer } from "@/lib/permissions/viewer";
import { isDate, todayIn } from "@/lib/time/wall-time";
import { endOrganisation, lockOpenMatters } from "./end-organisation";

/** The day on which an organisation was dissolved, where it is known: nowhere on Earth one that has not begun. */
const dissolvedOn = z
	.string()
	.refine((day) => day === "" || isDate(day), "field.date")
	.transform((day) => day || null)
	.nullable()
	.default(null);

export const closingInput = organisationRef.extend({ dissolvedOn });
export type ClosingInput = z.infer<typeof closingInput>;

/**
 * Closes an organisation of which nobody else is a member (`endOrganisation`).
 * @throws DomainError as lockAsOwner does; invalid (a day to come), conflict (somebody else who can sign in is a member)
 */
export async function closeOrganisation(
	tx: Tx,
	viewer: Viewer,
	{ input: { organisationId, dissolvedOn }, now }: { input: ClosingInput; now: Date },
): Promise<{ slug: string }> {
	requireDayGone(dissolvedOn, now);
	const open = await lockOpenMatters(tx, organisationId);
	const { organisation, owner } = await lockAsOwner(tx, viewer, organisationId);
	await requireAlone(tx, { organisationId, userId: owner.id });
	return endOrganisation(tx, owner, { organisation, open, dissolvedOn, now });
}

/** @param day "YYYY-MM-DD", or null @throws DomainError invalid (it has not begun anywhere) */
export function requireDayGone(day: string | null, now: Date): void {
	if (day !== null && day > todayIn("Pacific/Kiritimati", now))
		throw new DomainError("invalid", { fields: { dissolvedOn: "field.notYet" } });
}

async function requireAlone(
	tx: Tx,
	{ organisationId, userId }: { organisationId: string; userId: string },
): Promise<void> {
	const others = await tx.membership.count({
		where: { organisationId, userId: { not: userId }, user: { disabledAt: null } },
	});
	if (others > 0) throw new DomainError("conflict");
}
