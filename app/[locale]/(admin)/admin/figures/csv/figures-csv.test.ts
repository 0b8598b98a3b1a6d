import { NextRequest } from "next/server.js";
import { expect, it, vi } from "vitest";
import { readCsv } from "@/lib/imports/read-csv";
import { ANONYMOUS, type Viewer } from "@/lib/permissions/viewer";
import { decideOn, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeStranger } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { GET } from "./route";

const asks = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock("@/lib/accounts/current-viewer", async (original) => ({
	...(await original<object>()),
	currentViewer: async () => asks.viewer,
}));

useDatabase();

function ask(viewer: Viewer, query: string, locale = "en"): Promise<Response> {
	asks.viewer = viewer;
	const request = new NextRequest(`http://localhost:3000/${locale}/admin/figures/csv${query}`);
	return GET(request, { params: Promise.resolve({ locale }) });
}

it("gives the figures to reviewers alone, each those of their countries", async () => {
	const [admin, organisation] = [await makeAdmin(), await makeOrganisation()];
	const content = { startDate: "2027-02-26" };
	const now = new Date("2027-02-01T10:00:00Z");
	const event = await makeSubmitted({ organisation, content, now });
	await decideOn({ ...event, now: new Date("2027-02-01T14:30:00Z") }, admin, "approve");
	await makeSubmitted({ organisation, content, now });

	expect((await ask(ANONYMOUS, "")).status).toBe(401);
	for (const viewer of [await makeStranger(), organisation.owner])
		expect((await ask(viewer, "?season=2027")).status).toBe(404);
	expect((await ask(admin, "?season=2027&season=2026")).status).toBe(400);
	expect((await ask(admin, "?season=next")).status).toBe(400);
	expect((await ask(admin, "?season=2027", "xx")).status).toBe(404);

	const answer = await ask(admin, "?season=2027", "de");
	expect(answer.headers.get("cache-control")).toBe("private, no-store");
	expect(answer.headers.get("content-disposition")).toContain('"figures-2027.csv"');
	const bytes = new Uint8Array(await answer.arrayBuffer());
	expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const { headers, rows } = readCsv(new TextDecoder().decode(bytes));
	const lines = rows.map(({ cells }) =>
		Object.fromEntries(cells.map((cell, index) => [headers[index], cell])),
	);
	expect(rows.every(({ cells }) => cells.length === headers.length)).toBe(true);
	expect(lines[0]).toMatchObject({
		Gedenkjahr: "2027",
		Name: "Alle",
		Einreichungen: "2",
		Genehmigt: "1",
		"Wartet jetzt": "1",
		"Stunden bis zur Entscheidung, Median": "4.5",
		"Beteiligte Organisationen": "1",
	});
	expect(lines[1]).toMatchObject({ Gedenkjahr: "2026", Einreichungen: "0" });
	expect(lines).toContainEqual(
		expect.objectContaining({ Nach: "Land", Code: "DE", Name: "Deutschland", Einreichungen: "2" }),
	);
	const days = lines.filter((line) => line.Nach === "Tag");
	expect(days).toHaveLength(56);

	const french = await ask(await makeCoordinator("FR"), "?season=2027");
	const own = readCsv(await french.text()).rows.filter(({ cells }) => cells[0] === "2027");
	expect(own[0]?.cells[4]).toBe("0");
	expect(own.some(({ cells }) => cells.includes("DE"))).toBe(false);
});
