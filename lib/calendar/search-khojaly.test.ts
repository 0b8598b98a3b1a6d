import { beforeAll, describe, expect, it } from "vitest";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { selectEvents } from "./select-events";

useDatabase();

const TEXTS = {
	Zurich: {
		de: ["Gedenken an Chodschali", "Lesung"],
		ru: ["Памяти Ходжалы", "Жертвам Ходжалинской трагедии"],
	},
	Ankara: { tr: ["Hocalı'yı anma", "Tören"] },
	Ganja: { az: ["Xocalının xatirəsinə", "Hocalar"] },
	Izmir: { tr: ["Hocalar ve öğrenciler", "Söyleşi"] },
};
const names = new Map<string, string>();

beforeAll(async () => {
	const reviewer = await makeAdmin();
	const organisation = await makeOrganisation({ country: "DE" });
	for (const [name, texts] of Object.entries(TEXTS)) {
		const written = Object.entries(texts).map(([locale, [title = "", description = ""]]) => [
			locale,
			{ title, description },
		]);
		const content = { venueName: null, texts: Object.fromEntries(written) };
		names.set((await makePublished({ organisation, reviewer, content })).eventId, name);
	}
});

async function find(q: string): Promise<(string | undefined)[]> {
	return (await selectEvents({ q })).rows.map(({ id }) => names.get(id)).sort();
}

describe("the name of Khojaly finds itself in every spelling", () => {
	it.each([
		"Khojaly",
		"khojali",
		"Hocali",
		"HOCALI",
		"Hocalı",
		"Xocalı",
		"XOCALI",
		"xocali",
		"Xocalının",
		"Ходжалы",
		"ходжалинская",
		"Chodschali",
		"Khodjaly",
		"Joyalí",
		"خوجالي",
	])("%s", async (q) => {
		expect(await find(q)).toEqual(["Ankara", "Ganja", "Zurich"]);
	});

	it("and no other word", async () => {
		expect(await find("hocalar")).toEqual(["Ganja", "Izmir"]);
		expect(await find("Xocalı Lesung")).toEqual(["Zurich"]);
		expect(await find("Khojaly Söyleşi")).toEqual([]);
	});
});
