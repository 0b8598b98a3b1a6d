import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getJsonFeed } from "@/app/feeds/events.json/route";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { importRegisters } from "@/prisma/seed/registers";
import { readRows } from "@/prisma/seed/rows";
import { OPTIONS as askOfNothing, GET as getNothing } from "./[[...path]]/route";
import { GET as getCities } from "./cities/route";
import { GET as getCountries } from "./countries/route";
import { ENDPOINTS } from "./endpoints";
import { GET as getEvent } from "./events/[id]/route";
import { GET as listEvents } from "./events/route";
import { GET as exportEvents } from "./events.geojson/route";
import { GET as getMemorials } from "./memorials/route";
import { describeApi } from "./openapi";
import { GET as getOrganiser } from "./organisers/[slug]/route";
import { GET as listOrganisers } from "./organisers/route";
import { GET as getRecognitions } from "./recognitions/route";

// Next's data cache exists only inside Next; without it each call reads the database.
vi.mock("next/cache", () => ({
	unstable_cache: (read: unknown) => read,
	revalidateTag: () => undefined,
}));

useDatabase();

const HANDLERS: Record<string, typeof listEvents> = {
	"/api/v1/events": listEvents,
	"/api/v1/events/{id}": getEvent,
	"/api/v1/events.geojson": exportEvents,
	"/api/v1/organisers": listOrganisers,
	"/api/v1/organisers/{slug}": getOrganiser,
	"/api/v1/countries": getCountries,
	"/api/v1/cities": getCities,
	"/api/v1/memorials": getMemorials,
	"/api/v1/recognitions": getRecognitions,
	"/feeds/events.json": getJsonFeed,
};
const params = { id: "", slug: "" };

beforeAll(async () => {
	const organisation = await makeOrganisation();
	const reviewer = await makeAdmin();
	const full = await makePublished({
		organisation,
		reviewer,
		content: {
			startDate: "2027-02-24",
			endDate: "2027-02-28",
			isFree: true,
			languages: ["az", "en"],
			contactEmail: "post@example.org",
		},
		archive: { typesAlso: ["concert"], sourceTitle: "A report" },
	});
	Object.assign(params, { id: full.eventId, slug: organisation.slug });
	await makePublished({
		organisation,
		reviewer,
		content: { startDate: null, startTime: null, endTime: null, lat: null, lon: null },
		archive: { datePrecision: "unknown" },
	});
	const { memorials, recognitions } = readRows();
	await importRegisters({ memorials, recognitions });
});

const description = describeApi("https://calendar.example");

/** The documents' schemas under one address; `isClosed` refuses every field that they do not name. */
function validatorOf(schema: string, isClosed: boolean) {
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats.default(ajv);
	const components = JSON.parse(JSON.stringify(description.components), (_key, value) =>
		isClosed && value?.properties && value.type === "object"
			? { ...value, additionalProperties: false }
			: value,
	);
	return ajv.compile({ components, $ref: `#/components/schemas/${schema}` });
}

const described = ENDPOINTS.flatMap(({ path, query, answer: { type, schema } }) =>
	schema ? [{ path, type, schema, query }] : [],
);

describe.each(described)("GET $path", ({ path, type, schema }) => {
	async function ask(query: string): Promise<Response> {
		const address = path.replace(/\{(id|slug)\}/g, (_, name: "id" | "slug") => params[name]);
		const request = new NextRequest(`http://localhost:3000${address}${query}`);
		const handler = HANDLERS[path];
		if (!handler) throw new Error(`no handler of ${path}`);
		return handler(request, { params: Promise.resolve(params) });
	}

	it("answers what the description says, and no field more", async () => {
		const response = await ask(path.endsWith("/cities") ? "?q=Bak" : "");
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")?.split(";")[0]).toBe(type);
		const body = await response.json();
		const entries = body.items ?? body.features;
		if (entries) expect(entries.length).toBeGreaterThan(0);
		for (const isClosed of [false, true]) {
			const validate = validatorOf(schema, isClosed);
			validate(body);
			expect(validate.errors ?? []).toEqual([]);
		}
	});

	it("refuses what it does not know, as the description says", async () => {
		const response = await ask("?colour=red");
		const problem = await readProblem(response, 400);
		expect(problem.fields).toMatchObject({ colour: "field.unknown" });
	});
});

describe("an address that is none of the API's", () => {
	const request = new NextRequest("http://localhost:3000/api/v1/nothing/here");
	const context = { params: Promise.resolve({ path: ["nothing", "here"] }) };

	it("is refused like an unknown event, to pages of other sites as well", async () => {
		const response = await getNothing(request, context);
		const problem = await readProblem(response, 404);
		expect(problem.code).toBe("not_found");
	});

	it("may be asked for by pages of other sites", async () => {
		const response = await askOfNothing(request, context);
		expect(response.status).toBe(204);
		expect(response.headers.get("access-control-allow-origin")).toBe("*");
	});
});

it("the closed schemas refuse a field that is not described", () => {
	const validate = validatorOf("CityList", true);
	expect(validate({ items: [], more: 1 })).toBe(false);
	expect(validatorOf("CityList", false)({ items: [], more: 1 })).toBe(true);
});

/** A refusal as the description has it, to be read by pages of other sites too. */
async function readProblem(response: Response, status: number) {
	expect(response.status).toBe(status);
	expect(response.headers.get("content-type")).toBe("application/problem+json");
	expect(response.headers.get("access-control-allow-origin")).toBe("*");
	const problem = await response.json();
	const validate = validatorOf("Problem", true);
	validate(problem);
	expect(validate.errors ?? []).toEqual([]);
	return problem;
}
