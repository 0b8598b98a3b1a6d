import { beforeAll, expect, it } from "vitest";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { listUpcoming } from "./upcoming";

useDatabase();

const BERLIN = 2_950_159;

beforeAll(async () => {
	const [organisation, reviewer] = [await makeOrganisation(), await makeAdmin()];
	const publish = (title: string, startDate: string, endDate: string | null = null) =>
		makePublished({
			organisation,
			reviewer,
			content: {
				startDate,
				endDate,
				startTime: "18:00",
				endTime: null,
				cityGeonameId: BERLIN,
				texts: { en: { title, description: "" } },
			},
		});
	for (let n = 0; n < 3; n++) await publish(`evening ${n}`, "2027-02-26");
	await publish("exhibition", "2027-02-26", "2027-03-05");
	await publish("lecture", "2027-02-28");
});

async function titlesAt(now: string, limit: number): Promise<string[]> {
	return (await listUpcoming(new Date(now), limit)).map((event) => event.texts[0]?.title ?? "");
}

it("what is over does not crowd out what is still to come", async () => {
	// 27 February, 12:00 in Berlin: the three evenings began less than a day ago, and are over.
	expect(await titlesAt("2027-02-27T11:00:00Z", 2)).toEqual(["exhibition", "lecture"]);
});

it("an event goes on until its last local day is over, also when nobody stated its end", async () => {
	expect(await titlesAt("2027-02-26T22:59:00Z", 9)).toHaveLength(5);
	expect(await titlesAt("2027-02-26T23:00:00Z", 9)).toEqual(["exhibition", "lecture"]);
	expect(await titlesAt("2027-03-05T22:59:00Z", 9)).toEqual(["exhibition"]);
	expect(await titlesAt("2027-03-05T23:00:00Z", 9)).toEqual([]);
});

it("gives no more than was asked for", async () => {
	expect(await titlesAt("2027-02-01T00:00:00Z", 4)).toHaveLength(4);
});
