import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { readParameters } from "@/app/query-parameters";
import { ENDPOINTS } from "./endpoints";
import { describeApi } from "./openapi";

const description = describeApi("https://calendar.example");
const ROOT = join(import.meta.dirname, "../..");

/** Handlers that machines may ask and that are not described, each with the reason. */
const UNDESCRIBED: Record<string, string> = {
	"/api/v1/openapi.json": "the description itself",
	"/api/v1/[[...path]]": "answers what is not an address of the API",
	"/feeds/events/{locale}/{season}/{slug}": "the events name it as `calendarUrl`",
	"/api/v1/map": "made for our own map, and changed with it",
	"/api/v1/map/events": "made for our own map, and changed with it",
};

/** Address of a route file under app/, with {names} for its [segments]. */
function pathsOfRoutes(): string[] {
	return ["api/v1", "feeds"].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
			.filter((file) => /(^|\/)route\.ts$/.test(file))
			.map((file) => `/${folder}/${dirname(file)}`.replace(/\[(\w+)\]/g, "{$1}")),
	);
}

it("is a valid OpenAPI document for a foreign validator", async () => {
	const validator = new Validator();
	const result = await validator.validate(JSON.parse(JSON.stringify(description)));
	expect(result.errors ?? []).toEqual([]);
	expect([result.valid, validator.version]).toEqual([true, "3.1"]);
});

it("that validator refuses a document with a fault", async () => {
	const faulty = { ...description, paths: { "/x": { get: { responses: 1 } } } };
	expect((await new Validator().validate(JSON.parse(JSON.stringify(faulty)))).valid).toBe(false);
});

it("names every handler that machines may ask", () => {
	const described = pathsOfRoutes().filter((path) => !(path in UNDESCRIBED));
	expect(described.sort()).toEqual(Object.keys(description.paths).sort());
});

it("has one operation of each name", () => {
	const names = Object.values(description.paths).map(({ get }) => get.operationId);
	expect(new Set(names).size).toBe(names.length);
});

describe.each(ENDPOINTS)("$path", ({ path, query, example }) => {
	const ajv = new Ajv2020({ strict: false, coerceTypes: true });
	addFormats.default(ajv);

	it("takes each parameter as its example has it, and is not content with anything", () => {
		const { parameters } = description.paths[path]?.get ?? { parameters: [] };
		for (const { name, in: place, schema, example: value } of parameters) {
			if (place === "path" || value === undefined) continue;
			expect(ajv.validate(schema, value), `${name}=${value}`).toBe(true);
			const others = parameters.filter(
				(each) => each.required && each.in === "query" && each.name !== name,
			);
			const given = new URLSearchParams([...others, { name, example: value }].map(pair));
			const read = () => readParameters(new URL(`http://x/?${given}`), query);
			expect(read, `${name}=${value}`).not.toThrow();
		}
		const names = parameters.filter((each) => each.in === "query").map(({ name }) => name);
		expect(names).toEqual(Object.keys(query.shape));
	});

	it("understands the query of its example", () => {
		expect(() => readParameters(new URL(`http://x/?${example}`), query)).not.toThrow();
	});
});

function pair({ name, example }: { name: string; example?: string | number }): [string, string] {
	return [name, String(example)];
}
