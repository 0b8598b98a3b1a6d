import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/text/languages";
import english from "@/messages/en.json";
import { FIGURES } from "./figures";
import { SOURCES } from "./sources";

type About = { [key: string]: string | { [key: string]: string } };

const LINKS = new Set(["link", "events", "memorials", "rules", "mail"]);
const ids = SOURCES.map(({ id }) => id);

function aboutIn(locale: string): About {
	return JSON.parse(readFileSync(`messages/${locale}.json`, "utf8")).about;
}

function textOf(texts: About[string] | undefined, key: string): string {
	return (typeof texts === "object" && texts[key]) || "";
}

/** The sources that a text cites, in its order. */
function citedIn(text: unknown): string[] {
	return [...String(text).matchAll(/<(\w+)>/g)]
		.map(([, tag = ""]) => tag)
		.filter((tag) => !LINKS.has(tag));
}

describe("the sources of the page about the day", () => {
	it.each(LOCALES)("%s: each is cited, and nothing else is", (locale) => {
		const cited = Object.values(aboutIn(locale)).flatMap(citedIn);
		const all = [...cited, ...FIGURES.flatMap(({ sources }) => sources)];
		expect(new Set(all)).toEqual(new Set(ids));
	});

	it("are numbered in the order in which the page cites them", () => {
		const { day, event, disputed, observed } = english.about;
		const cited = [
			...[day, event].flatMap(citedIn),
			...FIGURES.flatMap(({ sources }) => sources),
			...[disputed, observed].flatMap(citedIn),
		];
		expect([...new Set(cited)]).toEqual(ids);
	});

	it.each(SOURCES)("$id has a title, a publisher, a date and an address", (source) => {
		expect(source.title).not.toBe("");
		expect(source.publisher).not.toBe("");
		expect(source.date).toMatch(/^\d{4}(-\d{2}){0,2}$/);
		expect(URL.canParse(source.url)).toBe(true);
	});
});

describe("the figures", () => {
	it.each(FIGURES)("$id has a source, and its numbers stand in no text but by name", (figure) => {
		expect(figure.sources.length).toBeGreaterThan(0);
		for (const locale of LOCALES) {
			const says = textOf(aboutIn(locale).says, figure.id);
			const named = [...says.matchAll(/\{(\w+), number\}/g)].map(([, name]) => name);
			expect(new Set(named)).toEqual(new Set(Object.keys(figure.numbers)));
			expect(says).not.toMatch(/\d/);
		}
	});

	it("the anniversary is counted, not written", () => {
		for (const locale of LOCALES) {
			expect(String(aboutIn(locale).lead).replace(/\b(?:26|1992)\b/g, "")).not.toMatch(/\d/);
		}
	});
});
