import { NextRequest } from "next/server";
import { beforeAll, expect, it } from "vitest";
import { GET } from "@/app/feeds/events/[locale]/[season]/[slug]/route";
import { inTransaction } from "@/lib/db/client";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import {
	decideOn,
	edit,
	type MadeEvent,
	makePublished,
	submitAgain,
} from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

let moved: MadeEvent;

beforeAll(async () => {
	const [organisation, reviewer] = [await makeOrganisation(), await makeAdmin()];
	const texts = { en: { title: "Requiem", description: "" } };
	const at = (startDate: string) => ({ organisation, content: { startDate, texts } });
	const event = await makePublished({ ...at("2027-02-26"), reviewer });
	const edited = await submitAgain(await edit(event, at("2028-02-26").content));
	moved = await decideOn(edited, reviewer, "approve");
});

function ask(season: string, locale = "az"): Promise<Response> {
	const address = `http://evil.example/${locale}/events/${season}/requiem.ics`;
	return GET(new NextRequest(address), {
		params: Promise.resolve({ locale, season, slug: "requiem" }),
	});
}

it("a calendar program is sent from a former address to the present one, in its language, on this host", async () => {
	const answer = await ask("2027");
	expect(answer.status).toBe(308);
	expect(answer.headers.get("location")).toBe("/az/events/2028/requiem.ics");
	expect((await ask("2028")).status).toBe(200);
	expect((await ask("2028")).headers.get("content-language")).toBe("az");
	expect((await ask("2026")).status).toBe(404);
	expect((await ask("2027", "xx")).status).toBe(404);
});

it("a calendar program is told that an event is gone for good", async () => {
	const { eventId, eventVersion, author, now } = moved;
	await inTransaction((tx) => withdrawEvent(tx, author, { eventId, eventVersion, now }));
	expect((await ask("2027")).status).toBe(410);
	expect((await ask("2028")).status).toBe(410);
	expect((await ask("2026")).status).toBe(404);
});
