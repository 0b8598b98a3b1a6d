import { db, type Tx } from "@/lib/db/client";
import { withProvenRights } from "@/lib/permissions/second-factor";
import type { SignedInViewer } from "@/lib/permissions/viewer";

/** Owns the imported organisations. ".invalid" never has a mailbox (RFC 2606 §2). */
export const IMPORTER_EMAIL = "archive@february-26.invalid";
/** Approves what was imported: a member of no organisation, since nobody decides on their own event. */
export const APPROVER_EMAIL = "approver@february-26.invalid";

/**
 * The two service accounts. They are disabled, so nobody signs in as them and no mail goes to them;
 * only this seed acts for them, through the same use cases as people use.
 */
export async function prepareServiceAccounts(now: Date): Promise<void> {
	const accounts = [
		{ email: IMPORTER_EMAIL, name: "Archive import", isAdmin: false },
		{ email: APPROVER_EMAIL, name: "Archive approval", isAdmin: true },
	];
	await db.user.createMany({
		data: accounts.map((account) => ({ ...account, disabledAt: now })),
		skipDuplicates: true,
	});
}

/** A service account as a viewer; `viewerById` would refuse it, since it is disabled. */
export async function serviceViewer(client: Tx, email: string): Promise<SignedInViewer> {
	const { memberships, ...user } = await client.user.findUniqueOrThrow({
		where: { email },
		select: {
			id: true,
			email: true,
			name: true,
			locale: true,
			isAdmin: true,
			memberships: { select: { organisationId: true, role: true } },
		},
	});
	return withProvenRights({
		kind: "user",
		...user,
		countries: [],
		factor: "proven",
		session: null,
		memberships,
	});
}
