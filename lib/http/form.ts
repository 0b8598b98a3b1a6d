import { DomainError } from "@/lib/errors";

const MAX_FIELDS = 500;
const MAX_DEPTH = 6;
const MAX_TEXT_LENGTH = 400_000;
const SEGMENT = /^[\w-]{1,64}$/;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

type Value = string | File | Value[] | Tree;
type Tree = { [key: string]: Value };

/**
 * Turns a form into the nested object that schemas read: `texts[az][title]` and `texts.az.title`
 * nest, `languages[]` and numbered segments (`also[0]`) make lists, a name sent twice makes a list.
 * Fields of the framework (`$ACTION…`) and file inputs left empty are dropped.
 * @throws DomainError `invalid` for names that cannot be read, `too_large` for too much of it.
 */
export function parseForm(form: FormData): Tree {
	const root: Tree = {};
	let fields = 0;
	let length = 0;
	for (const [name, value] of form.entries()) {
		if (isFrameworkField(name) || isEmptyFile(value)) continue;
		fields += 1;
		length += typeof value === "string" ? value.length : 0;
		if (fields > MAX_FIELDS || length > MAX_TEXT_LENGTH) throw new DomainError("too_large");
		put(root, name, value);
	}
	return listsIn(root) as Tree;
}

/** What was typed, by the inputs' own names, to show a refused form again; no files, no secrets. */
export function typedValues(form: FormData): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of form.entries()) {
		if (typeof value !== "string" || isFrameworkField(name) || FORBIDDEN.has(name)) continue;
		values[name] = value;
	}
	return values;
}

function isFrameworkField(name: string): boolean {
	return name.startsWith("$ACTION");
}

/** A browser sends it without a name; React reads that into a file named "undefined". */
function isEmptyFile(value: string | File): boolean {
	return typeof value !== "string" && value.size === 0 && ["", "undefined"].includes(value.name);
}

function put(root: Tree, name: string, value: string | File): void {
	const isList = name.endsWith("[]");
	const path = segmentsOf(isList ? name.slice(0, -2) : name);
	const last = path.pop();
	if (last === undefined) throw unreadable(name);
	let at = root;
	for (const segment of path) {
		const next = Object.hasOwn(at, segment) ? at[segment] : {};
		if (!isTree(next)) throw unreadable(name);
		at[segment] = next;
		at = next;
	}
	const before = Object.hasOwn(at, last) ? at[last] : undefined;
	if (isTree(before)) throw unreadable(name);
	if (before === undefined) at[last] = isList ? [value] : value;
	else at[last] = [...(Array.isArray(before) ? before : [before]), value];
}

function segmentsOf(name: string): string[] {
	const segments = name.replaceAll("]", "").split(/[.[]/);
	const isReadable =
		segments.length <= MAX_DEPTH &&
		segments.every((segment) => SEGMENT.test(segment) && !FORBIDDEN.has(segment));
	if (!isReadable) throw unreadable(name);
	return segments;
}

function listsIn(value: Value): Value {
	if (!isTree(value)) return value;
	const keys = Object.keys(value);
	const inside = Object.fromEntries(keys.map((key) => [key, listsIn(value[key] ?? "")]));
	const isNumbered = keys.length > 0 && keys.every((key, index) => key === String(index));
	return isNumbered ? Object.values(inside) : inside;
}

function isTree(value: Value | undefined): value is Tree {
	return typeof value === "object" && !Array.isArray(value) && !(value instanceof File);
}

function unreadable(name: string): DomainError {
	return new DomainError("invalid", { fields: { [name.slice(0, 64)]: "field.unknown" } });
}
