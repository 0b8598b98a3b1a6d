import { db, inTransaction } from "@/lib/db/client";
import { claimOrganisation } from "@/lib/organisations/claim-organisation";
import { claimInput } from "@/lib/organisations/claim-schema";
import type { Viewer } from "@/lib/permissions/viewer";
import { type MadeOrganisation, makeMission } from "./organisations";

export const STATEMENT = "Second secretary of the embassy, telephone on its official page.";

/** A mission as the seed makes it: its owner is an account that nobody signs in to. */
export async function makeOwnerless(country = "DE"): Promise<MadeOrganisation> {
	const made = await makeMission({ country });
	await db.user.update({
		where: { id: made.owner.id },
		data: { disabledAt: new Date() },
		select: { id: true },
	});
	return made;
}

/** Claims an organisation through the use case: by the mailbox where one is given, else by a coordinator. */
export async function makeClaim(
	viewer: Viewer,
	{ of, email, now = new Date() }: { of: { id: string }; email?: string; now?: Date },
): Promise<{ isMailed: boolean }> {
	const input = claimInput.parse({
		organisationId: of.id,
		statement: STATEMENT,
		...(email ? { method: "domain", email } : { method: "coordinator" }),
	});
	return inTransaction((tx) => claimOrganisation(tx, viewer, { input, now }));
}
