import { z } from "zod";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A parameter as OpenAPI describes it. */
export type Parameter = {
	name: string;
	in: "query" | "path";
	required: boolean;
	description: string;
	schema: JsonSchema;
	example?: string | number;
};

type Described = {
	description: string;
	/** As it stands in an address. */
	example: string;
	/** What the schema checks by a function and JSON Schema can say all the same. */
	more?: JsonSchema;
};

const COUNTRY = { pattern: "^[A-Z]{2}$" };
const DAY = { format: "date" };
const TAG = { pattern: "^[a-z]{2,3}$" };
const YES = { type: "string", enum: ["1"] } satisfies JsonSchema;

/** What each parameter means; one meaning for all endpoints. */
const PARAMETERS: Readonly<Record<string, Described>> = {
	q: {
		description:
			"Words that are all found in title, place, organiser or description, in any of its languages; accents and spellings are folded.",
		example: "Xocalı",
	},
	country: { description: "ISO 3166-1 alpha-2, upper case.", example: "DE", more: COUNTRY },
	city: { description: "GeoNames id of a city.", example: "2950159" },
	near: {
		description: 'A point as "latitude,longitude" in degrees, or the GeoNames id of a city.',
		example: "52.52,13.4",
	},
	radius: { description: "Kilometres around `near`; 50 unless told.", example: "100" },
	type: { description: "Main or secondary type.", example: "exhibition" },
	from: {
		description: "Events that end on this local day or later.",
		example: "2027-02-24",
		more: DAY,
	},
	to: {
		description: "Events that begin on this local day or earlier.",
		example: "2027-03-01",
		more: DAY,
	},
	season: {
		description:
			'Year of the 26 February to which events belong, or "undated" where no source tells the year. All years ("all") unless told.',
		example: "2027",
	},
	language: { description: "Spoken at the event (BCP 47).", example: "az", more: TAG },
	text: {
		description: "Events that are described in this language (BCP 47).",
		example: "de",
		more: TAG,
	},
	attendance: {
		description: '"in_person" and "online" each include what is both; "mixed" is both.',
		example: "in_person",
	},
	organiser: {
		description: "Slug of an organiser.",
		example: "embassy-of-the-republic-of-azerbaijan-in-germany",
	},
	free: { description: '"1": free of charge, as stated.', example: "1", more: YES },
	accessible: { description: '"1": wheelchair accessible, as stated.', example: "1", more: YES },
	kind: { description: "Kind of organiser.", example: "embassy" },
	lang: { description: "Language of names, words and page addresses.", example: "az" },
	limit: { description: "Entries in a page.", example: "50" },
	cursor: { description: "`nextCursor` of the page before; opaque.", example: "" },
	locale: { description: "Language of `label` and `countryName`.", example: "az" },
};

/** The query parameters that a schema takes, as OpenAPI describes them. */
export function describeParameters(schema: z.ZodObject): Parameter[] {
	return Object.entries(schema.shape).map(([name, field]) => {
		const { description, example, more } = PARAMETERS[name] ?? { description: name, example: "" };
		const { $schema: _, ...described } = z.toJSONSchema(field, {
			io: "output",
			unrepresentable: "any",
			override: asInput,
		});
		return {
			name,
			in: "query",
			required: !z.safeParse(field, undefined).success,
			description,
			schema: more?.type ? more : { ...described, ...more },
			...(example === "" ? {} : { example: typed(example, described) }),
		};
	});
}

type Override = { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema };

/** The bounds of safe integers, which zod names for every integer, tell a reader nothing. */
export function withoutEndlessBounds({ jsonSchema }: Pick<Override, "jsonSchema">): void {
	if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
	if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}

/** What a transformation gives cannot be described; what it takes can. */
function asInput({ zodSchema, jsonSchema }: Override): void {
	withoutEndlessBounds({ jsonSchema });
	const { def } = zodSchema._zod;
	if (def.type !== "pipe" || def.out._zod.def.type !== "transform") return;
	const { $schema: _, ...taken } = z.toJSONSchema(def.in, { io: "input", unrepresentable: "any" });
	Object.assign(jsonSchema, taken);
}

function typed(example: string, { type, anyOf }: JsonSchema): string | number {
	const isNumber = [type, ...(anyOf ?? []).map((each) => each.type)].some(
		(each) => each === "number" || each === "integer",
	);
	return isNumber && Number.isFinite(Number(example)) ? Number(example) : example;
}
