import { setImmediate } from "node:timers/promises";
import { db, inTransaction } from "@/lib/db/client";
import type { DraftContent } from "@/lib/events/schema";
import { readWindows, type SeasonWindow, shutAt } from "@/lib/events/season-window";
import { knownWords } from "@/lib/events/table-words";
import { requireWritable } from "@/lib/permissions/switches";
import { seasonOf } from "@/lib/time/season";
import { checkRow } from "./check-row";
import { findDuplicate, type KnownEvents, readKnownEvents } from "./find-duplicates";
import { calendarFlags } from "./read-calendar";
import { type FileTable, type Mapping, mappingSchema, type Problem, SHUT_KEYS } from "./schema";
import { waitWhileReadOnly } from "./wait-while-read-only";

const AT_ONCE = 100;

export type CheckedContent = { number: number; content: DraftContent };
type Facts = { id: string; format: FileTable["format"]; mapping: Mapping };

/**
 * The job that looks at every row; it writes nothing but what it found, so it may be broken off and run again. While
 * nothing may be changed it waits.
 */
export async function checkImport({ importId }: { importId: string }): Promise<void> {
	await waitWhileReadOnly("imports.check", importId, () => checkNow(importId));
}

async function checkNow(importId: string): Promise<void> {
	const found = await readImport(importId, "checking");
	if (!found) return;
	const known = await readKnownEvents(db, found.organisationId);
	const { problemCount } = await checkRows(found, { known, now: new Date() });
	await inTransaction(async (tx) => {
		await requireWritable(tx);
		await tx.import.updateMany({
			where: { id: importId, state: "checking" },
			data: { state: "checked", version: { increment: 1 }, problemCount },
		});
	});
}

/** The import, if it is in this state and its columns are named; a job that comes too late finds nothing to do. */
export async function readImport(importId: string, state: "checking" | "importing") {
	const found = await db.import.findFirst({
		where: { id: importId, state },
		select: {
			id: true,
			format: true,
			organisationId: true,
			createdById: true,
			asDrafts: true,
			rowCount: true,
			mapping: true,
		},
	});
	return found && { ...found, mapping: mappingSchema.parse(found.mapping) };
}

/**
 * Checks the rows that are not left out, some at a time, notes their problems and how far it is.
 * @returns `shutCount`: how many are good, but for a season whose submissions are not open
 */
export async function checkRows(
	{ id, format, mapping }: Facts,
	{
		known,
		now,
		onProgress = (count) => noteProgress(id, count),
	}: { known: KnownEvents; now: Date; onProgress?: (count: number) => Promise<void> },
): Promise<{ contents: CheckedContent[]; problemCount: number; shutCount: number }> {
	const [words, windows] = await Promise.all([knownWords(), readWindows(db)]);
	const contents: CheckedContent[] = [];
	const earlier = new Map<string, number>();
	let [problemCount, shutCount, after, progress] = [0, 0, 0, 0];
	for (;;) {
		const rows = await db.importRow.findMany({
			where: { importId: id, number: { gt: after } },
			orderBy: { number: "asc" },
			take: AT_ONCE,
			select: { number: true, cells: true, isLeftOut: true },
		});
		const found: { number: number; problems: Problem[] }[] = [];
		for (const row of rows.filter(({ isLeftOut }) => !isLeftOut)) {
			const checked = checkRow(row.cells, { mapping, words, now });
			const problems = [...ruleProblems(format, row.cells), ...checked.problems];
			const same =
				checked.content && findDuplicate(checked.content, { known, earlier }, row.number);
			if (same) problems.push({ ...same, column: titleColumn(mapping) });
			if (problems.length > 0) problemCount += 1;
			else if (checked.content) {
				contents.push({ number: row.number, content: checked.content });
				problems.push(...shutProblems(checked.content, { windows, mapping, now }));
				shutCount += problems.length;
			}
			found.push({ number: row.number, problems });
		}
		await noteProblems(id, found);
		progress += rows.length;
		await onProgress(progress);
		if (rows.length < AT_ONCE) return { contents, problemCount, shutCount };
		after = rows.at(-1)?.number ?? after;
		// Others of this process get their turn.
		await setImmediate();
	}
}

/** Says how far a job is, outside of whatever transaction it works in. */
export async function noteProgress(importId: string, progress: number): Promise<void> {
	await db.import.updateMany({ where: { id: importId }, data: { progress } });
}

async function noteProblems(
	importId: string,
	found: { number: number; problems: Problem[] }[],
): Promise<void> {
	await db.$executeRaw`
		UPDATE "ImportRow" r SET "problems" = v.problems
		FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS v(number int, problems jsonb)
		WHERE r."importId" = ${importId}::uuid AND r."number" = v.number`;
}

function ruleProblems(format: FileTable["format"], cells: readonly string[]): Problem[] {
	if (format !== "ics") return [];
	const { isCancelled, isRepeated } = calendarFlags(cells);
	const problems: Problem[] = [];
	if (isCancelled) problems.push({ field: "startDate", column: null, key: "imports.cancelled" });
	if (isRepeated) problems.push({ field: "startDate", column: null, key: "imports.repeated" });
	return problems;
}

function shutProblems(
	{ startDate }: DraftContent,
	{ windows, mapping, now }: { windows: readonly SeasonWindow[]; mapping: Mapping; now: Date },
): Problem[] {
	const season = startDate === null ? null : seasonOf(startDate);
	const window = windows.find((each) => each.season === season);
	const shut = window && shutAt(window, now);
	if (!shut) return [];
	const column = mapping.columns.indexOf("startDate");
	const values = { season: String(shut.season), day: shut.day };
	return [
		{
			field: "startDate",
			column: column < 0 ? null : column,
			key: SHUT_KEYS[shut.phase],
			values,
		},
	];
}

function titleColumn({ columns }: Mapping): number | null {
	const column = columns.findIndex((field) => field?.startsWith("title."));
	return column < 0 ? null : column;
}
