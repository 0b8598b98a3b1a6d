import { beforeAll, describe, expect, it } from "vitest";
import { foldName } from "@/lib/places/fold";
import { markHits } from "@/lib/text/highlight";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { countPublished, listPublished } from "./queries";
import { selectEvents } from "./select-events";

useDatabase();

const ids: Record<string, string> = {};

beforeAll(async () => {
	const reviewer = await makeAdmin();
	const organisation = await makeOrganisation({ country: "DE" });
	const event = async (
		name: string,
		cityGeonameId: number | null,
		texts: Record<string, [string, string]>,
	) => {
		const made = await makePublished({
			organisation,
			reviewer,
			content: {
				cityGeonameId,
				cityName: name,
				venueName: null,
				lat: null,
				lon: null,
				startDate: "2027-02-26",
				texts: Object.fromEntries(
					Object.entries(texts).map(([locale, [title, description]]) => [
						locale,
						{ title, description },
					]),
				),
			},
		});
		ids[name] = made.eventId;
	};
	await event("Munich", 2_867_714, {
		en: ["Evening of remembrance", "With music by a string quartet."],
		az: ["Xatirə gecəsi", "Şəhidlərin xatirəsinə."],
	});
	await event("Vienna", 2_761_369, {
		en: ["“Endless Corridor” screening", "Documentary, 50 minutes"],
		de: ["Filmvorführung", "Größe und Straße"],
	});
	await event("Khankendi", 146_970, {
		en: ["Opening of an exhibition", "Photographs of a ceremony, of a day, of Xocalı."],
	});
	await event("Istanbul", 745_044, {
		tr: ["Işıklı yürüyüş", "İstiklal Caddesi; AC/DC değil, Oʼzbekiston, o'clock"],
	});
});

async function find(q: string): Promise<string[]> {
	const found = (await selectEvents({ q })).rows.map(({ id }) => id);
	return Object.keys(ids)
		.filter((name) => found.includes(ids[name] ?? ""))
		.sort();
}

describe("words find events", () => {
	it.each([
		["Munich", ["Munich"]],
		["münchen", ["Munich"]],
		["Мюнхен", ["Munich"]],
		["Münih", ["Munich"]],
		["MUNIH", ["Munich"]],
		["ميونخ", ["Munich"]],
		["Xankəndi", ["Khankendi"]],
		["xankendi", ["Khankendi"]],
		["XANKƏNDİ", ["Khankendi"]],
		["xatire", ["Munich"]],
		["Xatirə gecəsi", ["Munich"]],
		["gecesi xatire", ["Munich"]],
		["sehid", ["Munich"]],
		["Şəhid", ["Munich"]],
		["endless corridor", ["Vienna"]],
		["corr", ["Vienna"]],
		["“Endless", ["Vienna"]],
		["strasse", ["Vienna"]],
		["größe", ["Vienna"]],
		["GROSSE", ["Vienna"]],
		["isikli", ["Istanbul"]],
		["IŞIKLI", ["Istanbul"]],
		["ışıklı", ["Istanbul"]],
		["İSTANBUL", ["Istanbul"]],
		["istanbul", ["Istanbul"]],
		["ıstanbul", ["Istanbul"]],
		["Oʼzbekiston", ["Istanbul"]],
		["o'zbekiston", ["Istanbul"]],
		["zbekiston", ["Istanbul"]],
		["Azerbaijan", ["Istanbul", "Khankendi", "Munich", "Vienna"]],
		["embassy germany munich", ["Munich"]],
		["Germany quartet", ["Munich"]],
		["Almaniya", ["Munich"]],
		["Österreich", ["Vienna"]],
		["quartet vienna", []],
		["Music. By a string quartet.", ["Munich"]],
		["nothing-of-the-kind", []],
	])("%s", async (q, expected) => {
		expect(await find(q)).toEqual([...expected].sort().filter((name) => name in ids));
	});
});

describe("anything typed is safe", () => {
	it.each([
		"",
		" ",
		"'",
		"''",
		"\\",
		":*",
		"&",
		"|",
		"!",
		"!munich",
		"munich & vienna",
		"(",
		")",
		"<->",
		"munich:A",
		"a:*b",
		"%",
		"_",
		"\u0000",
		"\ud800",
		"½",
		"ŉ",
		"ﬁ",
		"Ⅷ",
		"①",
		"㎏",
		"ǆ",
		"ʼn",
		'\'; DROP TABLE "PublishedEvent"; --',
		"x".repeat(200),
		"😀",
		"\u202e",
		"a ".repeat(100),
		"ß",
		"İ",
		"ﷺ",
	])("%j", async (q) => {
		expect(Array.isArray((await selectEvents({ q })).rows)).toBe(true);
	});

	it("operators are words", async () => {
		expect(await find("!munich")).toEqual(["Munich"]);
		expect(await find("munich | vienna")).toEqual([]);
	});
});

it("words narrow lists and numbers together with the filters", async () => {
	expect((await listPublished({ q: "embassy", country: "AT" })).items.map(({ id }) => id)).toEqual([
		ids.Vienna,
	]);
	expect(await countPublished({ q: "embassy", country: "FR" })).toBe(0);
	expect(await countPublished({ q: "embassy" })).toBe(4);
});

describe("words that no event has", () => {
	it.each([
		["kuartet", ["Munich"], "quartet"],
		["documentry", ["Vienna"], "documentary"],
		["exhibiton", ["Khankendi"], "exhibition"],
		["Xatirre", ["Munich"], "xatire"],
	])("%s finds what was meant and says so", async (q, expected, meant) => {
		const { hits } = await selectEvents({ q });
		expect(await find(q)).toEqual(expected);
		expect(hits?.meant).toEqual([meant]);
	});

	it("are not guessed where all words are known, or nothing is like them", async () => {
		expect((await selectEvents({ q: "quartet vienna" })).hits?.meant).toBeNull();
		expect((await selectEvents({ q: "zzzzzzqqq" })).hits?.meant).toBeNull();
	});
});

it("a guess whose words no event has together is no answer", async () => {
	const { hits } = await selectEvents({ q: "kuartet documentry" });
	expect(hits?.count).toBe(0);
	expect(hits?.meant).toBeNull();
});

it("other forms of a word find it in its language", async () => {
	expect(await find("exhibitions")).toEqual(["Khankendi"]);
	expect(await find("screenings")).toEqual(["Vienna"]);
	expect(await find("Straßen")).toEqual(["Vienna"]);
});

it.each([
	["exhibitions", "Opening of an exhibition", ["exhibition"]],
	["ceremonies", "A Ceremony", ["Ceremony"]],
	["Straßen", "Größe und Straße", ["Straße"]],
	["xatire", "Şəhidlərin xatirəsinə", ["xatirəsinə"]],
	["Khojaly", "Xocalının xatirəsinə", ["Xocalının"]],
	// The stem "day" begins too many words.
	["days", "Daylight of a day", []],
])("%s is marked in “%s”", async (q, text, expected) => {
	const { hits } = await selectEvents({ q });
	const pieces = markHits(text, hits?.marks ?? [], foldName);
	expect(pieces.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual(expected);
});
