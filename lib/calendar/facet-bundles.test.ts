import { expect, it, vi } from "vitest";
import { makePublished } from "@/prisma/factories/events";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

it("rows that one bundle has read are counted in another", async () => {
	await makePublished({ content: { startDate: "2027-02-26" } });
	const { currentSnapshot } = await import("./snapshot");
	await currentSnapshot();
	// Next bundles pages, route handlers and the start of the process apart: each has modules of its own.
	vi.resetModules();
	const { countFacets } = await import("./facets");
	expect((await countFacets({})).season).toEqual({ "2027": 1 });
});
