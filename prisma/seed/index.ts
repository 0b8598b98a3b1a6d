import { disconnectDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { prepareServiceAccounts } from "./accounts";
import { importArchive, importOrganisations } from "./archive";
import { seedDemo } from "./demo";
import { importOfficialDomains } from "./official-domains";
import { importRegisters, importSilence } from "./registers";
import { readRows } from "./rows";

/**
 * Fills a migrated database with the data of `data/`, through the use cases that people use; with DEMO=1 also with the
 * demonstration season. What is already there stays as it is, so a second run adds nothing.
 */
async function main(): Promise<void> {
	const now = new Date();
	const rows = readRows();
	await prepareServiceAccounts(now);
	report("registers", await importRegisters(rows));
	report("minutes of silence", await importSilence(now));
	report("official domains", await importOfficialDomains(rows, now));
	report("organisations", await importOrganisations(rows, now));
	report("past events", await importArchive(rows, now));
	if (env().DEMO) report("demonstration events", await seedDemo(rows, now));
}

function report(what: string, added: number): void {
	console.log(`${what}: ${added === 0 ? "nothing new" : `${added} added`}`);
}

try {
	await main();
} finally {
	await disconnectDb();
}
