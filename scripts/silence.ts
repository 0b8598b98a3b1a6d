// npm run silence -- list | <country> <time> [source] | remove <country>
import {
	listMinutesOfSilence,
	minuteOfSilence,
	removeMinuteOfSilence,
	setMinuteOfSilence,
} from "@/lib/calendar/minutes-of-silence";
import { inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { countryName } from "@/lib/places/countries";
import { plainFault, sentenceOf } from "@/scripts/launcher/steps";

const USAGE = `Say what to do:
  npm run silence -- list
  npm run silence -- AZ 17:00 https://example.org/where-it-says-so   (the source may be left out)
  npm run silence -- remove AZ
A country is its ISO code of two letters, a time what its clocks show.`;

const FAULTS: Record<string, (value: string) => string> = {
	country: (value) =>
		`"${value}" is not the code of a country; use two letters such as AZ (ISO 3166-1).`,
	time: (value) => `"${value}" is not a time; write hours and minutes, from 00:00 to 23:59.`,
	sourceUrl: (value) =>
		`"${value}" is not the address of a source; it must begin with https:// and have at most 500 characters.`,
};

/**
 * Lists, sets or removes the minute of silence of a country, as the words of the command say.
 * @returns what to print @throws DomainError with a plain sentence
 */
export async function runSilence(words: readonly string[], now: Date): Promise<string> {
	const [first = "", second = "", third, ...rest] = words;
	if (first === "list" && words.length === 1) return listAll();
	if (first === "remove" && words.length === 2) return remove(second.toUpperCase(), now);
	if (["", "list", "remove"].includes(first) || second === "" || rest.length > 0) {
		throw plainFault(USAGE);
	}
	return set({ country: first.toUpperCase(), time: second, sourceUrl: third ?? null }, now);
}

async function listAll(): Promise<string> {
	const minutes = await listMinutesOfSilence();
	if (minutes.length === 0) return "No country has a minute of silence.";
	return minutes.map(sentenceFor).join("\n");
}

async function set(
	words: { country: string; time: string; sourceUrl: string | null },
	now: Date,
): Promise<string> {
	const read = minuteOfSilence.safeParse(words);
	if (!read.success) {
		const field = String(read.error.issues[0]?.path[0] ?? "");
		throw plainFault(FAULTS[field]?.(String(Reflect.get(words, field))) ?? USAGE);
	}
	await inTransaction((tx) => setMinuteOfSilence(tx, read.data, now));
	return `set: ${sentenceFor(read.data)}`;
}

async function remove(country: string, now: Date): Promise<string> {
	try {
		await inTransaction((tx) => removeMinuteOfSilence(tx, country, now));
	} catch (error) {
		if (!(error instanceof DomainError) || error.code !== "not_found") throw error;
		throw plainFault(`No minute of silence is set for "${country}"; nothing was removed.`);
	}
	return `removed: ${country} ${countryName(country, "en")}`;
}

function sentenceFor({
	country,
	time,
	sourceUrl,
}: Parameters<typeof setMinuteOfSilence>[1]): string {
	return `${country} ${countryName(country, "en")} ${time}, ${sourceUrl ?? "without a source"}`;
}

if (process.argv[1] === import.meta.filename) {
	const { withDatabase } = await import("@/scripts/launcher/with-database");
	try {
		console.log(await withDatabase(() => runSilence(process.argv.slice(2), new Date())));
	} catch (error) {
		console.error(sentenceOf(error));
		process.exitCode = 1;
	}
	// The launcher's modules leave timers behind.
	process.exit();
}
