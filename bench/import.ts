// node --conditions=react-server --import tsx bench/import.ts --rows 5000 --format csv|xlsx: sends that many rows in, has them
// checked and made events on a durable built-in database of its own, prints seconds and memory and whether the target of
// 60 s is reached, and writes bench/results/import-<date>.json.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { db, disconnectDb, inTransaction } from "@/lib/db/client";
import { APP_ROLE, startEmbedded } from "@/lib/db/embedded";
import { startImport } from "@/lib/imports/change-import";
import { readFile } from "@/lib/imports/read-file";
import { runImport } from "@/lib/imports/run-import";
import { writeWorkbook } from "@/lib/imports/write-workbook";
import { checkedImport, csvOf, goodRow, versionOf } from "@/prisma/factories/imports";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { migrate } from "@/scripts/launcher/database";
import { childVariables, readSettings } from "@/scripts/launcher/settings";

const { values } = parseArgs({
	options: {
		rows: { type: "string", default: "5000" },
		format: { type: "string", default: "csv" },
	},
});
const RESULTS = "bench/results";
const TARGET_SECONDS = 60;
const home = resolve(".data/bench-import");

rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true });
const cluster = await startEmbedded(home, { durable: true });
try {
	const { appUrl, ownerUrl } = cluster;
	await migrate({ appUrl, ownerUrl, appRole: APP_ROLE, cluster });
	Object.assign(process.env, childVariables(readSettings({ DATA_DIR: home }, false), appUrl));
	await measure(Number(values.rows), values.format);
} finally {
	await disconnectDb();
	await cluster.stop();
	rmSync(home, { recursive: true, force: true });
}

async function measure(rows: number, format: string): Promise<void> {
	const { id: organisationId, owner } = await makeOrganisation();
	const file = await fileOf(rows, format);
	const before = process.memoryUsage().rss;
	let peak = before;
	const watching = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage().rss);
	}, 20);
	const loadBefore = loadavg()[0] ?? 0;
	const started = performance.now();
	const cpuBefore = process.cpuUsage();
	const importId = await checkedImport(owner, organisationId, file);
	const checked = performance.now();
	const version = await versionOf(importId);
	await inTransaction((tx) => startImport(tx, owner, { importId, version, asDrafts: false }));
	await runImport({ importId });
	const ended = performance.now();
	const cpu = process.cpuUsage(cpuBefore);
	clearInterval(watching);
	const events = await db.event.count({ where: { organisationId, state: "submitted" } });
	const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
	const figures = {
		date: new Date().toISOString(),
		node: process.version,
		processors: cpus().length,
		/** Processes that wanted a processor in the minute before: others make it slower. */
		loadBefore: Math.round(loadBefore * 10) / 10,
		format,
		rows,
		submitted: events,
		readingAndCheckingSeconds: secondsOf(checked - started),
		checkingAgainAndImportingSeconds: secondsOf(ended - checked),
		totalSeconds: secondsOf(ended - started),
		targetSeconds: TARGET_SECONDS,
		isReached: events === rows && ended - started < TARGET_SECONDS * 1000,
		processorSeconds: secondsOf((cpu.user + cpu.system) / 1000),
		megabytesBefore: megabytes(before),
		megabytesAtMost: megabytes(peak),
	};
	console.log(
		[
			`${events} of ${rows} rows from ${format} (${megabytes(file.length)} MB) are submitted`,
			`reading and checking ${figures.readingAndCheckingSeconds} s, checking again and importing ${figures.checkingAgainAndImportingSeconds} s`,
			`${figures.totalSeconds} s in all: the target of ${TARGET_SECONDS} s is ${figures.isReached ? "reached" : "not reached"}`,
			`${figures.processorSeconds} s of a processor in this process; load ${figures.loadBefore} on ${figures.processors} processors before`,
			`memory ${figures.megabytesBefore} MB before, ${figures.megabytesAtMost} MB at most`,
		].join("\n"),
	);
	mkdirSync(RESULTS, { recursive: true });
	const path = join(RESULTS, `import-${figures.date.slice(0, 10)}.json`);
	writeFileSync(path, `${JSON.stringify(figures, null, "\t")}\n`);
}

function secondsOf(milliseconds: number): number {
	return Math.round(milliseconds / 100) / 10;
}

async function fileOf(rows: number, format: string): Promise<Uint8Array<ArrayBuffer>> {
	const csv = await csvOf(Array.from({ length: rows }, (_, index) => goodRow(index)));
	const bytes = new TextEncoder().encode(csv);
	if (format !== "xlsx") return bytes;
	const { headers, rows: table } = await readFile(new Blob([bytes]));
	const sheet = { name: "Events", rows: [headers, ...table.map(({ cells }) => cells)] };
	return writeWorkbook([sheet], { isRightToLeft: false });
}
