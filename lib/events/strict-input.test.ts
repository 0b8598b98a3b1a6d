import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { calendarFilters } from "@/lib/calendar/filters";
import { decisionInput } from "@/lib/moderation/schema";
import { organisationInput } from "@/lib/organisations/schema";
import {
	createEventInput,
	draftContent,
	eventVersionInput,
	MAX_TEXTS,
	MAX_TITLE_LENGTH,
	saveDraftInput,
} from "./schema";
import { messageInput } from "./write-to-organiser";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";
const text = { title: "Commemoration in Kathmandu", description: "Speeches." };
const content = {
	type: "ceremony",
	attendanceMode: "in_person",
	timing: "timed",
	startDate: "2027-02-26",
	endDate: "2027-02-26",
	startTime: "18:00",
	endTime: "19:00",
	startDisambiguation: "earlier",
	endDisambiguation: "later",
	cityGeonameId: "1283240",
	cityName: "Kathmandu",
	country: "NP",
	timezone: "Asia/Kathmandu",
	venueName: "Town hall",
	address: "1 Main Street",
	lat: "27.7",
	lon: "85.3",
	onlineUrl: "https://example.org",
	isFree: "yes",
	isWheelchairAccessible: "no",
	languages: ["en"],
	contactName: "Press office",
	contactEmail: "press@example.org",
	contactPhone: "+977 1 000",
	contactUrl: "https://example.org",
	pictures: [
		{
			id: ID,
			credit: "Press office",
			licence: "CC-BY-4.0",
			alt: { en: "Candles" },
			focus: { x: "30", y: "60.5" },
		},
	],
	coOrganisers: [ID],
	texts: { en: text },
};
const MESSAGE = { eventId: ID, organisationId: ID, message: "Shall we hold it together?" };

/** Every schema at a door of the domain, with an input that it takes. */
const DOORS: { name: string; schema: z.ZodType; good: Record<string, unknown> }[] = [
	{ name: "draftContent", schema: draftContent, good: content },
	{
		name: "saveDraftInput",
		schema: saveDraftInput,
		good: { ...content, eventId: ID, revisionId: ID, revisionVersion: "1" },
	},
	{ name: "createEventInput", schema: createEventInput, good: { organisationId: ID } },
	{
		name: "eventVersionInput",
		schema: eventVersionInput,
		good: { eventId: ID, eventVersion: "3" },
	},
	{
		name: "decisionInput",
		schema: decisionInput,
		good: { eventId: ID, eventVersion: "3", kind: "reject", reason: "Not ours." },
	},
	{
		name: "organisationInput",
		schema: organisationInput,
		good: {
			name: "Embassy of Azerbaijan in Germany",
			kind: "embassy",
			country: "DE",
			cityName: "Berlin",
			website: "https://example.org",
		},
	},
	{ name: "messageInput", schema: messageInput, good: MESSAGE },
	{
		name: "calendarFilters",
		schema: calendarFilters,
		good: {
			q: "berlin",
			country: "DE",
			type: "ceremony",
			season: "2027",
			from: "2027-02-01",
			to: "2027-03-01",
		},
	},
];

const INJECTED = [
	"role",
	"state",
	"userId",
	"actorId",
	"isAdmin",
	"isDemo",
	"importKey",
	"verifiedAt",
	"submittedAt",
	"createdById",
	"version",
	"authorId",
	"archive",
	"sourceUrl",
	"datePrecision",
	"typesAlso",
	"coOrganiserIds",
	"visibility",
	"status",
	"__proto__x",
	"constructor",
];
const OPERATORS: unknown[] = [
	{ not: "" },
	{ gt: "" },
	{ in: [] },
	{ contains: "" },
	{ set: [] },
	{ increment: 1 },
	{ connect: { id: ID } },
	[{ not: "" }],
	true,
	Symbol("x"),
];

describe.each(DOORS)("$name", ({ schema, good }) => {
	it("takes the good input", () => {
		expect(schema.safeParse(good).error).toBeUndefined();
	});

	it("refuses each extra key", () => {
		const injected = "organisationId" in good ? INJECTED : [...INJECTED, "organisationId"];
		for (const key of injected) {
			expect(schema.safeParse({ ...good, [key]: "owner" }).success, key).toBe(false);
		}
	});

	it("refuses operators and other shapes in each field", () => {
		for (const key of Object.keys(good)) {
			for (const operator of OPERATORS) {
				expect(
					schema.safeParse({ ...good, [key]: operator }).success,
					`${key} = ${String(operator)}`,
				).toBe(false);
			}
		}
	});

	it("refuses what is no object", () => {
		for (const value of [null, undefined, "x", 1, [], [good]])
			expect(schema.safeParse(value).success).toBe(false);
	});

	it("answers 100 KB in each field within 100 ms", () => {
		for (const key of Object.keys(good)) {
			for (const long of [
				"a".repeat(100_000),
				"\u202e ".repeat(50_000),
				"1".repeat(100_000),
				"https://".repeat(12_500),
			]) {
				const value = key === "texts" ? { en: { ...text, title: long, description: long } } : long;
				const started = performance.now();
				expect(schema.safeParse({ ...good, [key]: value }).success, key).toBe(false);
				expect(performance.now() - started, key).toBeLessThan(100);
			}
		}
	});
});

describe("texts of an event", () => {
	const parse = (texts: unknown) => draftContent.safeParse({ ...content, texts });

	it("refuse extra keys and operators inside", () => {
		for (const key of ["locale", "revisionId", "searchVector"])
			expect(parse({ en: { ...text, [key]: "x" } }).success).toBe(false);
		for (const key of Object.keys(text)) {
			for (const operator of OPERATORS)
				expect(parse({ en: { ...text, [key]: operator } }).success, key).toBe(false);
		}
	});

	it("are only in languages we know, and not too many", () => {
		expect(parse({ xx: text }).success).toBe(false);
		expect(parse({ __proto__: text, constructor: text }).success).toBe(false);
		const many = ["en", "az", "tr", "ru", "de", "fr", "es", "ar", "it", "nl", "pl", "uk", "ka"];
		expect(many.length).toBeGreaterThan(MAX_TEXTS);
		expect(parse(Object.fromEntries(many.map((tag) => [tag, text]))).success).toBe(false);
	});

	it("have a title of a length that fits", () => {
		expect(parse({ en: { ...text, title: "x".repeat(MAX_TITLE_LENGTH) } }).success).toBe(true);
		expect(parse({ en: { ...text, title: "x".repeat(MAX_TITLE_LENGTH + 1) } }).success).toBe(false);
	});
});

describe("pictures of an event", () => {
	const [picture] = content.pictures;
	const parse = (changes: object) =>
		draftContent.safeParse({ ...content, pictures: [{ ...picture, ...changes }] });

	it("state their focus in percent, and are kept by shares", () => {
		expect(parse({}).data?.pictures[0]?.focus).toEqual({ x: 0.3, y: 0.605 });
		expect(parse({ focus: { x: "", y: "" } }).data?.pictures[0]?.focus).toBeNull();
		expect(parse({ focus: { x: "10", y: "" } }).data?.pictures[0]?.focus).toEqual({
			x: 0.1,
			y: 0.5,
		});
		for (const x of ["-1", "101", "NaN", "1e9", " "])
			expect(parse({ focus: { x } }).success).toBe(false);
	});

	it("refuse extra keys, operators, licences and languages that are none", () => {
		for (const key of ["width", "mediaId", "position", "revisionId"])
			expect(parse({ [key]: "1" }).success, key).toBe(false);
		for (const key of Object.keys(picture ?? {}))
			for (const operator of OPERATORS) expect(parse({ [key]: operator }).success, key).toBe(false);
		expect(parse({ licence: "CC-BY-ND-4.0" }).success).toBe(false);
		expect(parse({ alt: { xx: "Candles" } }).success).toBe(false);
	});

	it("are ten at most, each of them once", () => {
		const many = (count: number) =>
			Array.from({ length: count }, (_, index) => ({
				...picture,
				id: ID.replace(/.$/, index.toString(16)),
			}));
		const pictures = (list: unknown) => draftContent.safeParse({ ...content, pictures: list });
		expect(pictures(many(10)).success).toBe(true);
		expect(pictures(many(11)).success).toBe(false);
		expect(pictures([picture, picture]).success).toBe(false);
	});
});

it("a refusal needs a reason, an approval none", () => {
	const decision = { eventId: ID, eventVersion: 0 };
	for (const reason of ["", "  ", "\n", "no"]) {
		expect(decisionInput.safeParse({ ...decision, kind: "reject", reason }).success).toBe(false);
		expect(decisionInput.safeParse({ ...decision, kind: "request_changes", reason }).success).toBe(
			false,
		);
	}
	expect(decisionInput.safeParse({ ...decision, kind: "approve" }).success).toBe(true);
});

it("numbers are digits: nothing blank, true or empty counts as 0 or 1", () => {
	for (const value of [
		" ",
		true,
		false,
		[],
		[1],
		"0x10",
		"1_000",
		"Infinity",
		"NaN",
		Number.NaN,
		Number.POSITIVE_INFINITY,
	]) {
		expect(draftContent.safeParse({ ...content, lat: value }).success, String(value)).toBe(false);
		expect(
			eventVersionInput.safeParse({ eventId: ID, eventVersion: value }).success,
			String(value),
		).toBe(false);
	}
	for (const value of ["", null])
		expect(eventVersionInput.safeParse({ eventId: ID, eventVersion: value }).success).toBe(false);
	expect(draftContent.parse({ ...content, lat: "-41.29", lon: " 1e2 " })).toMatchObject({
		lat: -41.29,
		lon: 100,
	});
	const tooFar = draftContent.safeParse({ ...content, lat: "91", cityGeonameId: "1.5" });
	expect(tooFar.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
		["cityGeonameId", "field.choose"],
		["lat", "field.number"],
	]);
});

it("a draft may be almost empty", () => {
	expect(draftContent.parse({})).toMatchObject({
		type: null,
		startDate: null,
		texts: {},
		timing: "timed",
	});
});
