// node --conditions=react-server --import tsx bench/import.ts --rows 5000 --format csv|xlsx: sends that many rows in, has them
// checked and made events on a durable built-in database of its own, and prints seconds and memory.
import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
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
	const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
	const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
	console.log(
		[
			`${events} of ${rows} rows from ${format} (${megabytes(file.length)} MB) are submitted`,
			`reading and checking ${seconds(started, checked)} s, checking again and importing ${seconds(checked, ended)} s`,
			`${seconds(0, (cpu.user + cpu.system) / 1000)} s of a processor in this process`,
			`memory ${megabytes(before)} MB before, ${megabytes(peak)} MB at most`,
		].join("\n"),
	);
}

async function fileOf(rows: number, format: string): Promise<Uint8Array<ArrayBuffer>> {
	const csv = await csvOf(Array.from({ length: rows }, (_, index) => goodRow(index)));
	const bytes = new TextEncoder().encode(csv);
	if (format !== "xlsx") return bytes;
	const { headers, rows: table } = await readFile(new Blob([bytes]));
	const sheet = { name: "Events", rows: [headers, ...table.map(({ cells }) => cells)] };
	return writeWorkbook([sheet], { isRightToLeft: false });
}
