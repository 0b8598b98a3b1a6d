import { inTransaction } from "@/lib/db/client";
import type { Rows } from "./rows";

/** Whose domain it is, by the end of the missions' own web addresses. */
const HOLDERS: Readonly<Record<string, string>> = {
	"mfa.gov.az": "Ministry of Foreign Affairs of the Republic of Azerbaijan",
};

/** Lists the official domains on which missions of the data have their sites. @returns how many were added */
export async function importOfficialDomains(
	{ missions }: Pick<Rows, "missions">,
	now: Date,
): Promise<number> {
	const data = Object.entries(HOLDERS).flatMap(([domain, holder]) => {
		const mission = missions.find(({ website }) => website !== null && isOn(domain, website));
		return mission ? [{ domain, holder, sourceUrl: mission.website, createdAt: now }] : [];
	});
	return inTransaction(async (tx) => {
		// One that an admin took off the list stays off: only a list that was never touched is filled.
		const touched = await tx.auditEntry.count({ where: { subjectType: "domain" } });
		if (touched > 0) return 0;
		const { count } = await tx.officialDomain.createMany({ data, skipDuplicates: true });
		return count;
	});
}

function isOn(domain: string, website: string): boolean {
	const { hostname } = new URL(website);
	return hostname === domain || hostname.endsWith(`.${domain}`);
}
