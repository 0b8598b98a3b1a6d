import { beforeAll, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { cleanExpired } from "@/lib/jobs/cleaning";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { unpublishEvent } from "./publish";
import { selectEvents } from "./select-events";

useDatabase();

let listed: string;

beforeAll(async () => {
	const reviewer = await makeAdmin();
	const organisation = await makeOrganisation({ country: "DE" });
	const publish = async (description: string) => {
		const texts = { en: { title: "Evening", description } };
		return (await makePublished({ organisation, reviewer, content: { texts } })).eventId;
	};
	listed = await publish("With a violoncello and a harpsichord");
	const hidden = await publish("Kanarienvogel, harpsichort and drums");
	await db.publishedEvent.update({ where: { id: hidden }, data: { visibility: "unlisted" } });
	const withdrawn = await publish("Rotkehlchen, violoncella");
	await inTransaction((tx) => unpublishEvent(tx, { eventId: withdrawn, now: new Date() }));
});

async function find(q: string) {
	const { rows, hits } = await selectEvents({ q });
	return { ids: rows.map(({ id }) => id), count: hits?.count, meant: hits?.meant };
}

const NOTHING = { ids: [], count: 0, meant: null };

it.each(["kanarienvogel", "kanarienvogal", "drums"])(
	"%s finds nothing and tells nothing of an unlisted event",
	async (q) => expect(await find(q)).toEqual(NOTHING),
);

it.each(["rotkehlchen", "rotkelchen"])(
	"%s finds nothing and tells nothing of a withdrawn event",
	async (q) => expect(await find(q)).toEqual(NOTHING),
);

it.each([
	["harpsichort", "harpsichord"],
	["violoncella", "violoncello"],
	["violoncelle", "violoncello"],
	["harpsichorz", "harpsichord"],
])("%s, with words of hidden events nearby, finds the listed one", async (q, meant) => {
	expect(await find(q)).toEqual({ ids: [listed], count: 1, meant: [meant] });
});

it("the hourly cleaning deletes the words that no listed event has", async () => {
	const words = async () => (await db.searchWord.findMany()).map(({ word }) => word);
	expect(await words()).toEqual(expect.arrayContaining(["kanarienvogel", "rotkehlchen"]));
	await cleanExpired(new Date());
	const left = await words();
	expect(left).toEqual(expect.arrayContaining(["violoncello", "harpsichord", "evening"]));
	for (const word of ["kanarienvogel", "rotkehlchen", "violoncella", "drums"])
		expect(left).not.toContain(word);
});
