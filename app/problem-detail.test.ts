import { NextRequest } from "next/server";
import { beforeAll, expect, it } from "vitest";
import { GET as getEvent } from "@/app/api/v1/events/[id]/route";
import { GET as listEvents } from "@/app/api/v1/events/route";
import { GET as getFeed } from "@/app/feeds/events.json/route";
import { LOCALES } from "@/lib/text/languages";
import { makePublished } from "@/prisma/factories/events";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

beforeAll(async () => {
	await makePublished({ content: { startDate: "2027-02-26" } });
});

async function ask(get: typeof listEvents, query: string, params = {}) {
	const request = new NextRequest(`http://localhost:3000/asked?${query}`);
	const answer = await get(request, { params: Promise.resolve(params) });
	return { status: answer.status, body: await answer.json() };
}

it.each([
	["limit=1000", "limit: This is not a number in the allowed range."],
	["lang=de&country=ZZ", "country: Dieser Wert ist nicht erlaubt."],
	["lang=ar&from=2027-02-30", "from: ليس يومًا حقيقيًا؛ مثال: 2027-02-26."],
	[
		"lang=xx&colour=red",
		"lang: This value is not one of those that are allowed. colour: There is no such parameter here.",
	],
])("says of %s in a sentence what is wrong", async (query, detail) => {
	const { status, body } = await ask(listEvents, query);
	expect(status).toBe(400);
	expect(body.detail).toBe(detail);
});

it.each(LOCALES)("says in %s what does not exist", async (lang) => {
	const { status, body } = await ask(getEvent, `lang=${lang}`, { id: "none" });
	expect(status).toBe(404);
	expect(body.detail).toMatch(/^\p{L}.*\S$/u);
	expect(body.detail).not.toContain("{");
});

it.each([
	[listEvents, "season=all"],
	[listEvents, ""],
	[getFeed, "season=all"],
])("takes all seasons for what they are called in the pages' addresses", async (get, query) => {
	const { status, body } = await ask(get, query);
	expect(status).toBe(200);
	expect(body.items).toHaveLength(1);
});
