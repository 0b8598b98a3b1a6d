import { db } from "@/lib/db/client";
import { domainKey } from "@/lib/text/block-key";
import { readBlocklist } from "./find-blocked";
import { type Hint, hintsOf } from "./hints";
import type { Said } from "./said";

/** The hints on what an organisation says, by the present blocklist and the hosts that are known of it and of official bodies. */
export async function findHints(
	said: readonly Said[],
	{ website }: { website: string | null },
): Promise<Hint[]> {
	const [blocklist, official] = await Promise.all([
		readBlocklist(db),
		db.officialDomain.findMany({ select: { domain: true } }),
	]);
	const own = website ? domainKey(website) : "";
	const known = [...official.map(({ domain }) => domain), ...(own ? [own] : [])];
	return hintsOf(said, { blocklist, known });
}
