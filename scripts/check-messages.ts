import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

type Messages = { [key: string]: string | Messages };

/**
 * What is wrong with the interface texts, one line a problem: keys that a language lacks or has too many,
 * texts that are empty or not ICU, and arguments or tags that differ from the English text.
 */
export function checkMessages(languages: Record<string, Messages>): string[] {
	const reference = flatten(languages.en ?? {});
	const problems: string[] = [];
	for (const [locale, messages] of Object.entries(languages)) {
		const texts = flatten(messages);
		for (const key of reference.keys())
			if (!texts.has(key)) problems.push(`${locale}: ${key} is missing`);
		for (const [key, text] of texts) {
			const english = reference.get(key);
			if (english === undefined) problems.push(`${locale}: ${key} is not in English`);
			else problems.push(...compare(`${locale}: ${key}`, english, text));
		}
	}
	return problems;
}

function compare(name: string, english: string, text: string): string[] {
	if (text.trim() === "") return [`${name} is empty`];
	try {
		const wanted = argumentsOf(parse(english));
		const found = argumentsOf(parse(text));
		const lost = wanted.filter((argument) => !found.includes(argument));
		const added = found.filter((argument) => !wanted.includes(argument));
		return [
			...lost.map((argument) => `${name} lacks ${argument}`),
			...added.map((argument) => `${name} adds ${argument}`),
		];
	} catch (error) {
		return [`${name} is not ICU: ${error instanceof Error ? error.message : error}`];
	}
}

function argumentsOf(elements: MessageFormatElement[]): string[] {
	const names = elements.flatMap((element): string[] => {
		switch (element.type) {
			case TYPE.literal:
			case TYPE.pound:
				return [];
			case TYPE.tag:
				return [`<${element.value}>`, ...argumentsOf(element.children)];
			case TYPE.plural:
			case TYPE.select:
				return [
					`{${element.value}}`,
					...Object.values(element.options).flatMap((option) => argumentsOf(option.value)),
				];
			default:
				return [`{${element.value}}`];
		}
	});
	return [...new Set(names)];
}

function flatten(messages: Messages, prefix = ""): Map<string, string> {
	const flat = new Map<string, string>();
	for (const [key, value] of Object.entries(messages)) {
		if (typeof value === "string") flat.set(prefix + key, value);
		else for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text);
	}
	return flat;
}

function readLanguages(folder: string): Record<string, Messages> {
	const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
	return Object.fromEntries(
		files.map((file) => [
			file.slice(0, -5),
			JSON.parse(readFileSync(join(folder, file), "utf8")) as Messages,
		]),
	);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const problems = checkMessages(readLanguages("messages"));
	for (const problem of problems.slice(0, 60)) console.log(problem);
	console.log(
		problems.length === 0
			? "Interface texts agree in all languages."
			: `${problems.length} problems with interface texts.`,
	);
	process.exitCode = problems.length === 0 ? 0 : 1;
}
