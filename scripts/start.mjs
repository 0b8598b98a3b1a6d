// `npm start` and `npm run dev`: installs the packages, then hands over to scripts/serve.ts.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { installPackages, nodeFault } from "./install.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const say = (line) => console.log(line);

const fault = nodeFault();
if (fault) fail(fault);
try {
	await installPackages(say);
} catch (error) {
	fail(error.message);
}
serve();

function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}

function serve() {
	// A group of its own: the terminal's Ctrl-C would otherwise reach the app and the database at
	// the same moment as us. The channel tells it when we are gone, however that happened.
	const child = spawn(
		process.execPath,
		["--import", "tsx", "scripts/serve.ts", ...process.argv.slice(2)],
		{ detached: true, stdio: ["ignore", "inherit", "inherit", "ipc"] },
	);
	let last = 0;
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
		process.on(signal, () => {
			// One Ctrl-C comes twice: from the terminal and from npm. Only a later one means "at once".
			if (Date.now() - last < 1000) return;
			last = Date.now();
			child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
		});
	}
	child.on("exit", (code, signal) => {
		if (signal)
			console.error(`The launcher was ended by ${signal}; start again to clean up after it.`);
		process.exit(code ?? 1);
	});
	watchParents(() => child.kill("SIGTERM"));
}

/** Ends with npm: killing it with -9 must not leave us behind, holding the port. */
function watchParents(end) {
	if (!process.env.npm_lifecycle_event) return;
	const parents = ancestors();
	const timer = setInterval(() => {
		if (parents.every(({ pid, born }) => bornAt(pid) === born)) return;
		clearInterval(timer);
		end();
	}, 1000);
	timer.unref();
}

/** Our parents up to and including npm. Only where /proc exists. */
function ancestors() {
	const found = [];
	for (let pid = process.ppid; pid > 1 && found.length < 4; ) {
		const stat = statOf(pid);
		if (!stat) break;
		found.push({ pid, born: stat.born });
		if (commandOf(pid).includes("npm")) return found;
		pid = stat.parent;
	}
	return [];
}

function bornAt(pid) {
	return statOf(pid)?.born;
}

function statOf(pid) {
	const file = `/proc/${pid}/stat`;
	if (!existsSync(file)) return null;
	try {
		// After the command's closing bracket: state, parent, …; field 22 of the whole is the start time (proc(5)).
		const fields = readFileSync(file, "utf8")
			.replace(/^.*\) /s, "")
			.split(" ");
		return fields[0] === "Z" ? null : { parent: Number(fields[1]), born: fields[19] };
	} catch {
		return null;
	}
}

function commandOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8");
	} catch {
		return "";
	}
}
