import type { z } from "zod";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A field of an answer: its path, "place.city" or "texts[].title"; `type` in words, `reference` to another schema. */
export type FieldRow = {
	path: string;
	type: string;
	reference: string | null;
	description: string;
};

/** The fields of an object, those inside it too; what has a name of its own is only named. */
export function fieldRows(schema: JsonSchema, prefix = ""): FieldRow[] {
	return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
		if (typeof field === "boolean") return [];
		const path = `${prefix}${name}`;
		const row: FieldRow = {
			path,
			type: typeInWords(field),
			reference: referenceIn(field),
			description: field.description ?? "",
		};
		const { inner, isList } = innerObject(field);
		return [row, ...(inner ? fieldRows(inner, `${path}${isList ? "[]" : ""}.`) : [])];
	});
}

/** The type of a value: "string (date) or null", "list of strings", `"a" or "b"`. */
export function typeInWords(schema: JsonSchema): string {
	const { type, anyOf, enum: values, const: only, format, items, minimum, maximum } = schema;
	if (referenceIn(schema)) return isListOf(schema) ? "list" : "object";
	if (anyOf) return anyOf.map((each) => typeInWords(asSchema(each))).join(" or ");
	if (only !== undefined) return JSON.stringify(only);
	if (values) return values.map((value) => JSON.stringify(value)).join(", ");
	if (type === "array") return `list of ${typeInWords(asSchema(items))}`;
	const range = minimum !== undefined && maximum !== undefined ? ` ${minimum} to ${maximum}` : "";
	return `${type ?? "any"}${format ? ` (${format})` : ""}${range}`;
}

/** Name of the schema that stands in the place of a value or of the entries of a list. */
function referenceIn(schema: JsonSchema): string | null {
	const reference = schema.$ref ?? asSchema(schema.items).$ref;
	return reference?.split("/").at(-1) ?? null;
}

function isListOf(schema: JsonSchema): boolean {
	return schema.type === "array";
}

function innerObject(schema: JsonSchema): { inner: JsonSchema | null; isList: boolean } {
	const candidates = [schema, ...(schema.anyOf ?? [])].map(asSchema);
	const list = candidates.find(({ type }) => type === "array");
	const items = asSchema(list?.items);
	if (items.properties) return { inner: items, isList: true };
	return { inner: candidates.find(({ properties }) => properties) ?? null, isList: false };
}

function asSchema(schema: JsonSchema["items"]): JsonSchema {
	return typeof schema === "object" && !Array.isArray(schema) ? schema : {};
}
