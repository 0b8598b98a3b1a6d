import ICAL from "ical.js";
import { NextRequest } from "next/server.js";
import { beforeEach, expect, it, vi } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { startImport } from "@/lib/imports/change-import";
import { runImport } from "@/lib/imports/run-import";
import { ANONYMOUS, type Viewer } from "@/lib/permissions/viewer";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { checkedImport, versionOf } from "@/prisma/factories/imports";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeStranger } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { GET } from "./events/[organisation]/[file]/route";

const asks = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock("@/lib/accounts/current-viewer", async (original) => ({
	...(await original<object>()),
	currentViewer: async () => asks.viewer,
}));

useDatabase();
beforeEach(emptyDatabase);

function ask(viewer: Viewer, organisation: string, file: string): Promise<Response> {
	asks.viewer = viewer;
	const request = new NextRequest(`http://localhost:3000/api/own/events/x/${file}?lang=az`);
	return GET(request, { params: Promise.resolve({ organisation, file }) });
}

it("gives an organisation's events to its members alone", async () => {
	const organisation = await makeOrganisation();
	await makeDraft({ organisation });
	const elsewhere = (await makeOrganisation({ country: "FR" })).owner;
	const others = [elsewhere, await makeStranger(), await makeAdmin(), await makeCoordinator("DE")];
	for (const viewer of others)
		expect((await ask(viewer, organisation.id, "events.csv")).status).toBe(404);
	expect((await ask(ANONYMOUS, organisation.id, "events.csv")).status).toBe(401);
	for (const bad of ["events.exe", "constructor", "__proto__"])
		expect((await ask(organisation.owner, organisation.id, bad)).status).toBe(404);
	const answer = await ask(organisation.owner, organisation.id, "events.json");
	expect(answer.headers.get("cache-control")).toBe("private, no-store");
	const { events } = JSON.parse(await answer.text());
	expect(events).toMatchObject([{ state: "draft", url: null, content: { country: "DE" } }]);
});

it("writes a CSV file that another organisation imports to the same events", async () => {
	const organisation = await makeOrganisation();
	const title = "=HYPERLINK(1)";
	await makePublished({
		organisation,
		content: {
			isFree: true,
			languages: ["az", "de"],
			contactPhone: "+994 12 123 45 67",
			texts: {
				az: { title, description: 'Birinci sətir\nİkinci, "sətir"' },
				fr: { title: "Cérémonie", description: "- point" },
			},
		},
	});
	await makeDraft({ organisation, content: { timing: "all_day", startTime: null, endTime: null } });
	const csv = await (await ask(organisation.owner, organisation.id, "events.csv")).arrayBuffer();
	expect([...new Uint8Array(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	expect(new TextDecoder().decode(csv)).toContain(`'${title}`);
	const other = await makeOrganisation({ country: "FR" });
	const importId = await checkedImport(other.owner, other.id, new Uint8Array(csv));
	const rows = await db.importRow.findMany({ where: { importId }, select: { problems: true } });
	expect(rows).toEqual([{ problems: [] }, { problems: [] }]);
	const version = await versionOf(importId);
	await inTransaction((tx) => startImport(tx, other.owner, { importId, version, asDrafts: true }));
	await runImport({ importId });
	const contents = async (id: string, viewer: Viewer) => {
		const { events } = JSON.parse(await (await ask(viewer, id, "events.json")).text());
		return events.map(
			({
				content: {
					id: _1,
					number: _2,
					version: _3,
					updatedAt: _4,
					submittedAt: _5,
					texts,
					...content
				},
			}: {
				content: Record<string, unknown>;
			}) => ({
				...content,
				texts,
			}),
		);
	};
	expect(await contents(other.id, other.owner)).toEqual(
		await contents(organisation.id, organisation.owner),
	);
});

it("writes a calendar that a foreign parser reads, and says what is not public", async () => {
	const organisation = await makeOrganisation();
	await makePublished({ organisation });
	await makeDraft({ organisation });
	const text = await (await ask(organisation.owner, organisation.id, "events.ics")).text();
	const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
	const descriptions = events.map((event) => String(event.getFirstPropertyValue("description")));
	expect(descriptions).toHaveLength(2);
	expect(descriptions.filter((description) => description.startsWith("Qaralama"))).toHaveLength(1);
});
