import { z } from "zod";
import { citiesQuery, eventsQuery } from "@/app/api/v1/parameters";
import { apiEventSchema } from "@/lib/feeds/api-event";
import { memorialSchema, recognitionSchema } from "@/lib/registers/schema";

type JsonObject = { [key: string]: unknown };

const PARAMETER_TEXTS: Record<string, string> = {
	q: "Words that all begin some word of title, place, organiser or description; accents are folded.",
	country: "ISO 3166-1 alpha-2, upper case.",
	type: "Main or secondary type.",
	season:
		'Year of the 26 February to which events belong, or "undated" where no source tells the year.',
	from: "Events that end on this local day or later (YYYY-MM-DD).",
	to: "Events that begin on this local day or earlier (YYYY-MM-DD).",
	limit: "Events in a page.",
	cursor: "`nextCursor` of the page before.",
	locale: "Language of `label` and `countryName`.",
};

const problemSchema = z.object({
	type: z.literal("about:blank"),
	title: z.string(),
	status: z.int(),
	code: z.string().describe('Such as "invalid" or "not_found".'),
	requestId: z.string().describe("Name it when you ask for help."),
	fields: z
		.record(z.string(), z.string())
		.optional()
		.describe("A message key for each bad parameter."),
});

const citySchema = z.object({
	id: z.int().describe("GeoNames id."),
	name: z.string(),
	label: z.string().describe("The name in `locale`."),
	admin1: z.string().nullable(),
	country: z.string(),
	countryName: z.string(),
	lat: z.number(),
	lon: z.number(),
	timezone: z.string().describe("IANA zone."),
	population: z.int(),
});

/** The OpenAPI 3.1 description of `/api/v1`, made from the schemas that its handlers use. */
export function describeApi(origin: string): JsonObject {
	return {
		openapi: "3.1.0",
		info: {
			title: "26 February: World Calendar of Remembrance",
			version: "1",
			description:
				"Published events, read only, without a key. Lists come in pages; every answer has an ETag.",
		},
		servers: [{ url: `${origin}/api/v1` }],
		paths: {
			"/events": {
				get: operation("listEvents", "Published events in the order of their days", {
					parameters: queryParameters(eventsQuery),
					answer: {
						type: "object",
						properties: { items: listOf("Event"), nextCursor: { type: ["string", "null"] } },
						required: ["items", "nextCursor"],
					},
					refusals: ["400"],
				}),
			},
			"/events/{id}": {
				get: operation("getEvent", "One published event", {
					parameters: [
						{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } },
					],
					answer: reference("Event"),
					refusals: ["404"],
				}),
			},
			"/cities": {
				get: operation("findCities", "Cities by the beginning of their name in any language", {
					parameters: queryParameters(citiesQuery),
					answer: { type: "object", properties: { items: listOf("City") }, required: ["items"] },
					refusals: ["400", "429"],
				}),
			},
			...registerPaths(),
		},
		components: {
			schemas: {
				Event: schemaOf(apiEventSchema),
				City: schemaOf(citySchema),
				Memorial: schemaOf(memorialSchema),
				Recognition: schemaOf(recognitionSchema),
				Problem: schemaOf(problemSchema),
			},
		},
	};
}

function registerPaths(): JsonObject {
	const answer = (name: string) => ({
		parameters: [],
		answer: {
			type: "object",
			properties: { items: listOf(name), nextCursor: { type: "null" } },
			required: ["items", "nextCursor"],
		},
		refusals: ["400"],
	});
	return {
		"/memorials": {
			get: operation("listMemorials", "Public memorials, all of them", answer("Memorial")),
		},
		"/recognitions": {
			get: operation(
				"listRecognitions",
				"Acts and statements of parliaments and other bodies, all of them",
				answer("Recognition"),
			),
		},
	};
}

type Operation = { parameters: JsonObject[]; answer: JsonObject; refusals: string[] };

function operation(
	operationId: string,
	summary: string,
	{ parameters, answer, refusals }: Operation,
): JsonObject {
	const refused = {
		description: "Refused",
		content: { "application/problem+json": { schema: reference("Problem") } },
	};
	return {
		operationId,
		summary,
		parameters,
		responses: {
			"200": { description: "OK", content: { "application/json": { schema: answer } } },
			...Object.fromEntries(refusals.map((status) => [status, refused])),
		},
	};
}

function queryParameters(schema: z.ZodObject): JsonObject[] {
	return Object.entries(schema.shape).map(([name, field]) => {
		const { $schema: _, ...described } = z.toJSONSchema(field, {
			io: "output",
			unrepresentable: "any",
			override: asInput,
		});
		return {
			name,
			in: "query",
			required: !z.safeParse(field, undefined).success,
			description: PARAMETER_TEXTS[name],
			schema: described,
		};
	});
}

/** What a transformation gives cannot be described; what it takes can. */
function asInput({
	zodSchema,
	jsonSchema,
}: {
	zodSchema: z.core.$ZodTypes;
	jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
	if (zodSchema._zod.def.type === "pipe") Object.assign(jsonSchema, { type: "string" });
}

function schemaOf(schema: z.ZodType): JsonObject {
	const { $schema: _, ...described } = z.toJSONSchema(schema);
	return described;
}

function reference(name: string): JsonObject {
	return { $ref: `#/components/schemas/${name}` };
}

function listOf(name: string): JsonObject {
	return { type: "array", items: reference(name) };
}
