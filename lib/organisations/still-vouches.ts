import { viewerById } from "@/lib/accounts/current-viewer";
import type { Tx } from "@/lib/db/client";
import { can, type OrganisationFacts } from "@/lib/permissions/can";

/**
 * Whether somebody's word for an organisation, or for who claims it, still counts: they have the office by which they gave
 * it, and are no member. A coordinator's word is that of a coordinator of the country; a mailbox that has answered needs any
 * reviewer's. Whose office has ended may have been an impostor, or may know better by now.
 */
export async function stillVouches(
	tx: Pick<Tx, "user">,
	voucherId: string | null,
	{ organisation, method }: { organisation: OrganisationFacts; method: "domain" | "coordinator" },
): Promise<boolean> {
	if (voucherId === null) return false;
	const voucher = await viewerById(voucherId, tx);
	if (voucher.kind !== "user" || !can(voucher, { action: "organisation.vouch", organisation }))
		return false;
	return method === "domain" || voucher.countries.includes(organisation.country);
}
