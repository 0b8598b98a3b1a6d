import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { wordsOf } from "./search";
import { selectEvents } from "./select-events";

useDatabase();

beforeAll(async () => {
	const reviewer = await makeAdmin();
	const organisation = await makeOrganisation({ country: "DE" });
	const texts = {
		en: { title: "स्मृति सभा", description: "พิธีรำลึก" },
		ar: { title: "مَعْرِضُ الصُّوَر", description: "تــذكار" },
	};
	await makePublished({ organisation, reviewer, content: { texts } });
	const plain = { en: { title: "सम plain", description: "معرض تذكار" } };
	await makePublished({ organisation, reviewer, content: { texts: plain } });
});

describe("marks belong to their letters", () => {
	it.each([
		["स्मृति सभा", ["स्मृति", "सभा"]],
		["นิทรรศการ", ["นิทรรศการ"]],
		["مَعْرِض تــذكار", ["معرض", "تذكار"]],
		["\u0301", []],
		["ـ", []],
		["\u064E", []],
		["e\u0301te\u0301", ["été"]],
	])("%j", (q, words) => expect(wordsOf(q)).toEqual(words));
});

it.each([
	["स्मृति", 1],
	["सभा", 1],
	["พิธี", 1],
	// Its letters without the marks are those of another word.
	["स", 2],
	["सम", 1],
	["معرض", 2],
	["مَعْرِض", 2],
	["صُوَر", 1],
	["الصور", 1],
	["تذكار", 2],
	["تـذكـار", 2],
])("%s finds %d events", async (q, count) => {
	expect((await selectEvents({ q })).hits?.count).toBe(count);
});

it("the database drops the same signs of Arabic, and no others", async () => {
	const signs = Array.from({ length: 0x780 - 0x600 }, (_, place) =>
		String.fromCodePoint(0x600 + place),
	);
	const rows = await db.$queryRaw<{ sign: string }[]>`
		SELECT sign FROM unnest(${signs}::text[]) sign WHERE fold_text(sign) = ''`;
	const dropped = signs.filter((sign) => /[\u0640\u064B-\u065F\u0670]/u.test(sign));
	expect(rows.map(({ sign }) => sign).sort()).toEqual(dropped.sort());
});
