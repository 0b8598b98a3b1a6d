// npm test: every check of the project, each one also when an earlier one failed, and one line at
// the end. `npm test -- unit rooms` runs only the named ones.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { findChromium, prepareMachine } from "./browsers.mjs";
import { installPackages, nodeFault } from "./install.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const RESULTS = ".data/results";
const TSX = ["--import", "tsx"];
/** A developer's own settings must not reach the tests; empty values also win over a .env file. */
const CLEAN = Object.fromEntries(
	[
		"DATABASE_URL",
		"DATABASE_MIGRATION_URL",
		"SMTP_URL",
		"APP_URL",
		"DATA_DIR",
		"UPLOAD_DIR",
		"PORT",
	].map((name) => [name, ""]),
);

const SUITES = {
	types: () =>
		checks([
			["node_modules/next/dist/bin/next", "typegen"],
			["node_modules/typescript/bin/tsc", "--noEmit"],
		]),
	lint: () => checks([["node_modules/@biomejs/biome/bin/biome", "ci"]]),
	rooms: () => checks([[...TSX, "scripts/check-rooms.ts"]]),
	drift: () => checks([[...TSX, "scripts/migrate.ts", "check"]]),
	messages: () => optional("scripts/check-messages.ts"),
	unit: vitest,
	build: () => checks([[...TSX, "scripts/build.ts"]]),
	e2e: playwright,
};

const total = { passed: 0, failed: 0, skipped: 0 };
/** Names of what failed, told again before the last line: above it are thousands of others. */
const failures = [];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length) {
	console.error(
		`There is no suite ${unknown.join(", ")}; choose from ${Object.keys(SUITES).join(", ")}.`,
	);
	process.exit(1);
}
await prepare();
for (const [name, run] of Object.entries(SUITES)) {
	if (wanted.length && !wanted.includes(name)) continue;
	const started = Date.now();
	console.log(`\n== ${name}`);
	const result = await run();
	for (const key of Object.keys(total)) total[key] += result[key] ?? 0;
	const names = result.names?.length ? result.names : [`(${result.failed} unnamed, see above)`];
	if (result.failed) failures.push(...names.map((one) => `${name}: ${one}`));
	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	console.log(`== ${name}: ${sentence({ skipped: 0, ...result })} in ${seconds} s`);
}
if (failures.length) console.log(`\nFailed:\n${failures.map((one) => `  ${one}`).join("\n")}`);
console.log(`\n${sentence(total)}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function sentence({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

async function prepare() {
	const fault = nodeFault();
	if (fault) stop(fault);
	try {
		await installPackages((line) => console.log(line));
	} catch (error) {
		stop(error.message);
	}
	prepareMachine((line) => console.log(line));
	if ((await run([...TSX, "scripts/build.ts", "client"])) !== 0)
		stop("The database client could not be generated.");
	rmSync(RESULTS, { recursive: true, force: true });
	mkdirSync(RESULTS, { recursive: true });
}

function stop(reason) {
	console.error(reason);
	console.log("\n0 passed, 1 failed");
	process.exit(1);
}

/** Programs that count as one check together: the first that fails fails it. */
async function checks(programs) {
	for (const args of programs) {
		if ((await run(args)) !== 0) return { passed: 0, failed: 1 };
	}
	return { passed: 1, failed: 0 };
}

async function optional(script) {
	if (existsSync(script)) return checks([[...TSX, script]]);
	console.log(`${script} is not there`);
	return { passed: 0, failed: 0 };
}

async function vitest() {
	const file = `${RESULTS}/vitest.json`;
	const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
	const code = await run(["node_modules/vitest/vitest.mjs", "run", ...reporters]);
	return counted(file, code, (report) => ({
		passed: report.numPassedTests,
		// A file that cannot be loaded holds no failed test, but it is a failure.
		failed: Math.max(
			report.numFailedTests,
			report.testResults.filter((one) => one.status === "failed").length,
		),
		skipped: report.numPendingTests + (report.numTodoTests ?? 0),
		names: report.testResults.filter((one) => one.status === "failed").flatMap(failedTests),
	}));
}

/** Each half of the specs has a server, a database and a browser of its own: while one waits for a page, the other works. */
async function playwright() {
	const ports = [await freePort(), await freePort()];
	const halves = await Promise.all(ports.map((port, index) => half(index + 1, port)));
	return halves.reduce((sum, one) => ({
		passed: sum.passed + one.passed,
		failed: sum.failed + one.failed,
		skipped: sum.skipped + one.skipped,
		names: [...(sum.names ?? []), ...(one.names ?? [])],
	}));
}

async function half(number, port) {
	const file = `${RESULTS}/playwright-${number}.json`;
	const chromium = findChromium();
	const options = [
		`--shard=${number}/2`,
		"--reporter=list,json",
		`--output=test-results/${number}`,
	];
	const code = await run(["node_modules/@playwright/test/cli.js", "test", ...options], {
		PLAYWRIGHT_JSON_OUTPUT_FILE: file,
		E2E_PORT: String(port),
		E2E_HOME: `.data/e2e-${number}`,
		...(chromium && { CHROMIUM: chromium }),
	});
	return counted(file, code, ({ stats, errors, suites }) => ({
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped,
		names: suites.flatMap(failedSpecs),
	}));
}

/** @returns a line for each failed test of a file, or one of the file that could not be loaded. */
function failedTests({ name, message, assertionResults }) {
	const file = relative(process.cwd(), name);
	const failed = assertionResults.filter((one) => one.status === "failed");
	if (!failed.length) return `${file}: ${firstLine(message)}`;
	return failed.map((one) => `${file} › ${one.fullName}: ${firstLine(one.failureMessages[0])}`);
}

function failedSpecs({ specs, suites = [] }) {
	const own = specs
		.filter((spec) => !spec.ok)
		.map(({ file, title, tests }) => {
			const results = tests.flatMap((one) => one.results);
			return `${file} › ${title}: ${firstLine(results.find((one) => one.error)?.error.message)}`;
		});
	return [...own, ...suites.flatMap(failedSpecs)];
}

function firstLine(text = "") {
	return stripVTControlCharacters(text).split("\n", 1)[0];
}

/** Counts from a report; a program that failed without a failed test in it counts as one failure. */
function counted(file, code, count) {
	let result = { passed: 0, failed: 1, skipped: 0 };
	if (existsSync(file)) result = count(JSON.parse(readFileSync(file, "utf8")));
	if (code !== 0 && result.failed === 0) result.failed = 1;
	if (result.passed + result.failed === 0) result.failed = 1;
	return result;
}

function run(args, variables = {}) {
	return new Promise((done) => {
		const child = spawn(process.execPath, args, {
			stdio: "inherit",
			env: { ...process.env, ...CLEAN, NEXT_TELEMETRY_DISABLED: "1", ...variables },
		});
		child.on("error", () => done(1));
		child.on("close", (code) => done(code ?? 1));
	});
}

function freePort() {
	return new Promise((done) => {
		const server = createServer().listen(0, () => {
			const { port } = server.address();
			server.close(() => done(port));
		});
	});
}
