import { z } from "zod";
import { describeParameters, type Parameter, withoutEndlessBounds } from "./describe-parameters";
import { ENDPOINTS, type Endpoint, SCHEMAS } from "./endpoints";

type JsonSchema = z.core.JSONSchema.BaseSchema;
type Content = Record<string, { schema: JsonSchema }>;

export type Operation = {
	operationId: string;
	tags: Endpoint["tag"][];
	summary: string;
	description?: string;
	parameters: Parameter[];
	responses: Record<
		string,
		{
			description: string;
			headers?: Record<string, { description: string; schema: JsonSchema }>;
			content?: Content;
		}
	>;
};

/** An OpenAPI 3.1 document, as far as we write one. */
export type OpenApi = {
	openapi: string;
	info: { title: string; version: string; description: string };
	externalDocs: { url: string; description: string };
	servers: { url: string }[];
	tags: { name: Endpoint["tag"] }[];
	paths: Record<string, { get: Operation }>;
	components: { schemas: Record<string, JsonSchema> };
};

const problemSchema = z.object({
	type: z.literal("about:blank"),
	title: z.string(),
	status: z.int(),
	detail: z.string().optional().describe("What is wrong, in `lang`; for people, not for programs."),
	code: z.string().describe('Such as "invalid" or "not_found".'),
	requestId: z.string().describe("Name it when you ask for help."),
	fields: z
		.record(z.string(), z.string())
		.optional()
		.describe("A message key for each bad parameter."),
});

const REFUSALS = {
	"400": "A parameter is bad, unknown or repeated; `fields` names it.",
	"404": "There is none.",
	"429": "Too many requests; come back after the seconds in `Retry-After`.",
	"503": "The database is away; come back after the seconds in `Retry-After`.",
} as const;

const INTRODUCTION = [
	"Everything that the public pages show, read only, without a key.",
	"Lists come in pages: follow `nextCursor`, or the header `Link`, until there is none.",
	"Answers carry `ETag` and `Last-Modified`; send `If-None-Match` back, and `304 Not Modified` costs neither side anything.",
	"Unknown and repeated parameters are refused, so that a mistyped filter does not silently give everything.",
	"Pages of other sites may read all of it.",
	"Fields may be added to version 1; none is removed or given another meaning.",
].join("\n\n");

/** The OpenAPI 3.1 description of what machines may ask, made from the schemas that the handlers use. */
export function describeApi(origin: string): OpenApi {
	return {
		openapi: "3.1.0",
		info: {
			title: "26 February: World Calendar of Remembrance",
			version: "1",
			description: INTRODUCTION,
		},
		externalDocs: { url: `${origin}/en/api`, description: "The same to read." },
		servers: [{ url: origin }],
		tags: [...new Set(ENDPOINTS.map(({ tag }) => tag))].map((name) => ({ name })),
		paths: Object.fromEntries(ENDPOINTS.map((each) => [each.path, { get: operation(each) }])),
		components: { schemas: describeSchemas() },
	};
}

function operation(endpoint: Endpoint): Operation {
	const { id, tag, summary, description, segments = {}, query, refusals } = endpoint;
	const inPath = Object.entries(segments).map(([name, segment]) => ({
		name,
		in: "path" as const,
		required: true,
		description: segment.description,
		schema: {
			type: "string" as const,
			...(segment.format ? { format: segment.format } : {}),
		},
	}));
	return {
		operationId: id,
		tags: [tag],
		summary,
		...(description ? { description } : {}),
		parameters: [...inPath, ...describeParameters(query)],
		responses: {
			"200": answered(endpoint),
			"304": { description: "The version named in `If-None-Match` is the present one." },
			...Object.fromEntries(([...refusals, "503"] as const).map((code) => [code, refused(code)])),
		},
	};
}

function answered({ answer: { type, schema } }: Endpoint): Operation["responses"][string] {
	const text = (description: string) => ({ description, schema: { type: "string" as const } });
	return {
		description: "OK",
		headers: {
			ETag: text("Version of the answer."),
			"Last-Modified": text("Of the latest change, where it is known."),
			...(schema?.endsWith("Page")
				? { Link: text('`rel="next"`: address of the next page.') }
				: {}),
		},
		content: { [type]: { schema: schema ? reference(schema) : { type: "string" } } },
	};
}

function refused(status: keyof typeof REFUSALS): Operation["responses"][string] {
	return {
		description: REFUSALS[status],
		content: { "application/problem+json": { schema: reference("Problem") } },
	};
}

function describeSchemas(): OpenApi["components"]["schemas"] {
	const registry = z.registry<{ id: string }>();
	for (const [id, schema] of Object.entries({ ...SCHEMAS, Problem: problemSchema })) {
		registry.add(schema, { id });
	}
	const { schemas } = z.toJSONSchema(registry, {
		// What is taken in may have more fields than are named, as later answers will.
		io: "input",
		uri: (id) => `#/components/schemas/${id}`,
		override: withoutEndlessBounds,
	});
	return Object.fromEntries(
		Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
	);
}

function reference(name: string): JsonSchema {
	return { $ref: `#/components/schemas/${name}` };
}
