import type { Tx } from "@/lib/db/client";
import { domainKey, domainsAbove } from "@/lib/text/block-key";

/** Whether an admin has blocked the address, its domain, or a domain above that. */
export async function isBlockedAddress(tx: Pick<Tx, "block">, email: string): Promise<boolean> {
	const address = email.trim().toLowerCase();
	const domains = domainsAbove(domainKey(address.slice(address.lastIndexOf("@") + 1)));
	const found = await tx.block.findFirst({
		where: {
			OR: [
				{ kind: "address", key: address },
				{ kind: "mail_domain", key: { in: domains } },
			],
		},
		select: { id: true },
	});
	return found !== null;
}
