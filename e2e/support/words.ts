import { readFileSync } from "node:fs";

/** An interface text as `messages/` has it, in English where it is not translated. */
export function word(locale: string, key: string): string {
	const found = textAt(locale, key) ?? textAt("en", key);
	if (found === undefined) throw new Error(`no text ${key}`);
	return found;
}

function textAt(locale: string, key: string): string | undefined {
	let at: unknown = JSON.parse(readFileSync(`messages/${locale}.json`, "utf8"));
	for (const part of key.split(".")) {
		at = typeof at === "object" && at !== null ? Reflect.get(at, part) : undefined;
	}
	return typeof at === "string" ? at : undefined;
}
