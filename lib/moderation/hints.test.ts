import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { revisionSelect, toContent } from "@/lib/events/revision";
import { wordKey } from "@/lib/text/block-key";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { findHints } from "./find-hints";
import { hintsOf } from "./hints";
import { type Said, saidIn } from "./said";

useDatabase();

const NONE = { blocklist: { words: [], domains: new Map<string, string>() }, known: [] };

function says(text: string, locale = "en", field = "description"): Said[] {
	return [{ field, locale, text }];
}

const kindsOf = async (said: Said[], context: Parameters<typeof hintsOf>[1] = NONE) =>
	(await hintsOf(said, context)).map(({ kind }) => kind);

describe("languages", () => {
	const TEXTS: Record<string, string> = {
		az: "Səfirlikdə Xocalı qurbanlarının xatirəsinə həsr olunmuş anım mərasimi keçiriləcək. Hamı dəvətlidir.",
		tr: "Büyükelçilikte Hocalı kurbanlarını anma töreni düzenlenecektir. Herkes davetlidir.",
		ru: "В посольстве пройдёт церемония памяти жертв Ходжалы. Приглашаются все желающие.",
		en: "A commemoration of the victims of Khojaly takes place at the embassy. Everybody is welcome.",
		de: "In der Botschaft findet eine Gedenkveranstaltung für die Opfer von Chodschali statt.",
		fr: "Une cérémonie à la mémoire des victimes de Khodjaly aura lieu à l’ambassade, ouverte à tous.",
		es: "En la embajada se celebra un acto en memoria de las víctimas de Jodyalí. Entrada libre.",
		ar: "تقام في السفارة مراسم لإحياء ذكرى ضحايا خوجالي. الدعوة عامة للجميع.",
	};
	const pairs = Object.keys(TEXTS).flatMap((written) =>
		Object.keys(TEXTS).map((stored) => [written, stored] as const),
	);

	it.each(pairs)("%s stored under %s is noticed when they differ", async (written, stored) => {
		const hints = await hintsOf(says(TEXTS[written] ?? "", stored), NONE);
		const place = { field: "description", locale: stored };
		expect(hints).toEqual(written === stored ? [] : [{ kind: "language", place, seems: written }]);
	});

	it("says nothing of short texts, of Azerbaijani without its letters, and of languages it does not know", async () => {
		expect(await kindsOf(says("Khojaly 2027", "az"))).toEqual([]);
		const plain =
			"Sefirlikde Xocali qurbanlarinin xatiresine hesr olunmus anim merasimi kecirilecek";
		expect(await kindsOf(says(plain, "az"))).toEqual([]);
		expect(await kindsOf(says(TEXTS.en ?? "", "ka"))).toEqual([]);
	});
});

describe("links", () => {
	const known = ["mfa.gov.az", "museum.example"];
	const marksOf = async (address: string) => {
		const domains = new Map([["spam.example", "Advertising"]]);
		const context = { blocklist: { words: [], domains }, known };
		const [hint] = await hintsOf(says(`See ${address}, please.`), context);
		return hint?.kind === "link" ? [hint.host, ...hint.marks] : hint;
	};

	it.each([
		["https://museum.example/visit", ["museum.example"]],
		["www.museum.example", ["museum.example"]],
		["https://berlin.mfa.gov.az/", ["berlin.mfa.gov.az"]],
		["https://mfa-gov-az.example/", ["mfa-gov-az.example", "lookAlike"]],
		["https://mfa.gov.az.example.com/", ["mfa.gov.az.example.com", "lookAlike"]],
		["https://rnfa.gov.az/", ["rnfa.gov.az", "lookAlike"]],
		["https://muѕeum.example/", ["muѕeum.example", "punycode", "lookAlike"]],
		["https://xn--mnchen-3ya.example/", ["münchen.example", "punycode"]],
		["https://bit.ly/abc", ["bit.ly", "shortener"]],
		["https://192.0.2.7/x", ["192.0.2.7", "number"]],
		["https://www.spam.example/x", ["spam.example", "blocked"]],
		["https://notspam.example/x", ["notspam.example"]],
		[
			"https://user:secret@museum.example.evil.example/",
			["museum.example.evil.example", "lookAlike"],
		],
	])("%s: %j", async (address, expected) => {
		expect(await marksOf(address)).toEqual(expected);
	});

	it("of one host are one hint with all places, the marked ones first", async () => {
		const said: Said[] = [
			...says("https://a.example and https://a.example/2"),
			...says("https://a.example", "az"),
			{ field: "contactUrl", locale: null, text: "https://bit.ly/x" },
		];
		expect(await hintsOf(said, NONE)).toEqual([
			{
				kind: "link",
				host: "bit.ly",
				marks: ["shortener"],
				places: [{ field: "contactUrl", locale: null }],
			},
			{
				kind: "link",
				host: "a.example",
				marks: [],
				places: [
					{ field: "description", locale: "en" },
					{ field: "description", locale: "az" },
				],
			},
		]);
	});
});

describe("private data", () => {
	it.each([
		["Call +994 12 123 45 67 before.", ["phone"]],
		["Call (030) 219 16 13 00 before.", ["phone"]],
		["Call 0049-30-2191613 before.", ["phone"]],
		["Write to name.surname@mail.example now.", ["email"]],
		["Passport C12345678 of the lady.", ["number"]],
		["Account AZ21NABZ00000000137010001944.", ["number"]],
		["Her number is 123456789012.", ["number"]],
		["On 26.02.1992, 26/02/2027 and 2027-02-26.", []],
		["1988-1994, from 18.00 to 19.30, 613 people.", []],
		["https://example.org/12345678901234", ["link"]],
	])("%s", async (text, kinds) => {
		expect(await kindsOf(says(text))).toEqual(kinds);
	});

	it("stands in the hint with a few words around it", async () => {
		const [hint] = await hintsOf(says("Please call +994 12 123 45 67 before you come."), NONE);
		expect(hint).toEqual({
			kind: "phone",
			place: { field: "description", locale: "en" },
			excerpt: { before: "Please call ", found: "+994 12 123 45 67", after: " before you come." },
		});
	});
});

describe("how it is written", () => {
	it.each([
		["Embаssy of Azerbaijan", ["disguised"]],
		["Embassy\u200b of Azerbaijan", []],
		["Emb\u200bassy", ["disguised"]],
		["Embassy \u202e", ["disguised"]],
		["می‌خواهم", []],
		["COMMEMORATION AT THE EMBASSY", ["capitals"]],
		["UN, OSCE and TÜRKSOY take part in it today", []],
	])("%j", async (text, kinds) => {
		const found = await kindsOf(says(text, "xx", "title"));
		expect(found).toEqual(text.startsWith("Embassy\u200b") ? ["disguised"] : kinds);
	});

	it("blocked words are whole words, folded", async () => {
		const words = [{ keys: [wordKey("casino")], reason: "Advertising" }];
		const context = { blocklist: { words, domains: new Map<string, string>() }, known: [] };
		expect(await kindsOf(says("The Cаsinо and casinos."), context)).toEqual([
			"blocked",
			"disguised",
		]);
	});
});

it("never takes long: 100 kB in each field", async () => {
	await hintsOf(says("warm up the detector with a sentence of some length"), NONE);
	for (const piece of ["1 ", "a@", "www.", "A1", "+1(", "еa", "https://a.b "]) {
		const text = piece.repeat(100_000 / piece.length);
		const begun = process.cpuUsage();
		await hintsOf([{ field: "address", locale: null, text }], NONE);
		const { user } = process.cpuUsage(begun);
		expect([piece, user / 1000 < 1500]).toEqual([piece, true]);
	}
});

it("decides nothing: what is full of hints waits, and is approved, like any other", async () => {
	const admin = await makeAdmin();
	const organisation = await makeOrganisation({ website: "https://museum.example" });
	await db.block.create({
		data: {
			kind: "word",
			value: "casino",
			key: "caslno",
			reason: "x",
			addedById: admin.id,
			createdAt: new Date(),
		},
	});
	const texts = {
		en: {
			title: "COMMEMORATION AT THE EMBASSY IN BERLIN",
			description: "Call +994 12 123 45 67, see https://bit.ly/x, then the casino.",
		},
	};
	const waiting = await makeSubmitted({ organisation, content: { texts } });
	const { state } = await db.event.findUniqueOrThrow({ where: { id: waiting.eventId } });
	expect(state).toBe("submitted");
	const row = await db.eventRevision.findUniqueOrThrow({
		where: { id: waiting.revisionId },
		select: revisionSelect,
	});
	const hints = await findHints(saidIn(toContent(row)), { website: "https://museum.example" });
	expect(hints.map(({ kind }) => kind)).toEqual(["blocked", "link", "phone", "capitals"]);
	const published = await makePublished({ organisation, content: { texts }, reviewer: admin });
	expect(await db.publishedEvent.count({ where: { id: published.eventId } })).toBe(1);
});
