import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { recapFormInput } from "./recap-schema";

const base = { eventId: randomUUID(), recapVersion: "0", intent: "save" };
const parse = (typed: Record<string, unknown>) => recapFormInput.safeParse({ ...base, ...typed });

function messages(typed: Record<string, unknown>): Record<string, string> {
	const { error } = parse(typed);
	return Object.fromEntries(
		(error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
	);
}

describe("recapFormInput", () => {
	it("takes nothing but what the form has", () => {
		for (const extra of [
			{ state: "approved" },
			{ organisationId: randomUUID() },
			{ authorId: randomUUID() },
			{ pictureIds: [randomUUID()] },
			{ newPicture: { mediaId: randomUUID() } },
			{
				pictures: { [randomUUID()]: { credit: "a", alt: { en: "b" }, consentById: randomUUID() } },
			},
			{ links: [{ url: "", title: "", isPublic: "on" }] },
		])
			expect(parse(extra).success, JSON.stringify(extra)).toBe(false);
		expect(parse({}).success).toBe(true);
	});

	it.each([
		"javascript:alert(1)",
		"JaVaScRiPt:alert(1)",
		"java\nscript:alert(1)",
		"data:text/html,<script>alert(1)</script>",
		"http://example.org/a",
		"//example.org/a",
		"https:example",
		"vbscript:x",
		" ",
		"not an address",
	])("refuses %j as the address of a report", (url) => {
		expect(messages({ links: [{ url, title: "Report" }] })).toHaveProperty(
			["links.0.url"],
			"field.url",
		);
	});

	it("takes operators for no numbers, and ranges only the right way round", () => {
		expect(messages({ attendanceMin: { not: "" } })).toHaveProperty("attendanceMin");
		expect(messages({ attendanceMin: "-1" })).toEqual({ attendanceMin: "recap.number" });
		expect(messages({ attendanceMin: "12.5" })).toHaveProperty("attendanceMin");
		expect(messages({ attendanceMin: "99999999999" })).toEqual({ attendanceMin: "recap.number" });
		expect(messages({ attendanceMin: "50", attendanceMax: "40" })).toEqual({
			attendanceMax: "recap.range",
		});
		expect(messages({ attendanceMax: "40" })).toEqual({ attendanceMin: "field.required" });
		expect(parse({ attendanceMin: "", attendanceMax: "" }).success).toBe(true);
	});

	it("wants consent, credit and a description with every picture", () => {
		const file = new File(["x"], "a.jpg", { type: "image/jpeg" });
		const whole = { file, credit: "Aysel", alt: { en: "Candles" }, consent: "on" };
		expect(parse({ newPicture: whole }).success).toBe(true);
		const { consent: _, ...unticked } = whole;
		expect(messages({ newPicture: unticked })).toEqual({ "newPicture.consent": "recap.consent" });
		expect(messages({ newPicture: { ...whole, consent: "off" } })).toHaveProperty([
			"newPicture.consent",
		]);
		expect(messages({ newPicture: { ...whole, credit: " " } })).toEqual({
			"newPicture.credit": "field.required",
		});
		expect(messages({ newPicture: { ...whole, alt: { en: "", az: "" } } })).toEqual({
			"newPicture.alt.en": "field.pictureAlt",
		});
		expect(messages({ intent: "add_picture" })).toEqual({ "newPicture.file": "recap.file" });
	});

	it("reads lists line by line, within bounds", () => {
		expect(parse({ books: " One \r\n\n Two\n" }).data?.books).toEqual(["One", "Two"]);
		expect(messages({ films: Array(31).fill("Film").join("\n") })).toEqual({
			films: "field.tooMany",
		});
		expect(messages({ films: "x".repeat(201) })).toHaveProperty(["films.0"]);
		expect(messages({ texts: { en: "a\u202Eb" } })).toEqual({ "texts.en": "field.bidiControl" });
		expect(messages({ texts: { xx: "a" } })).not.toEqual({});
	});

	it("answers 100 KB in each field at once", () => {
		const long = "a ".repeat(50_000);
		const startedMs = performance.now();
		const typed = {
			attendanceMin: long,
			texts: { en: long },
			books: long,
			links: [{ url: long, title: long }],
		};
		expect(parse(typed).success).toBe(false);
		expect(performance.now() - startedMs).toBeLessThan(100);
	});
});
