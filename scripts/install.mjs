// Installs the packages when they are missing or package-lock.json has changed.
// Plain Node: it runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.february-install";

/** @returns a sentence that says what is wrong with this Node, or null. */
export function nodeFault(version = process.versions.node) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return null;
	return `Node ${version} is too old; install Node 20.19 or newer (24 is recommended) and start again.`;
}

/** @returns a plain sentence for what npm printed when it failed. */
export function installFault(output) {
	if (/ENOSPC|no space left/i.test(output)) {
		return "The disk is full, so the packages cannot be installed; free about 1.5 GB and start again.";
	}
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output)) {
		return "The package registry cannot be reached; check the network (or `npm config get registry`) and start again.";
	}
	if (/EACCES|EPERM/.test(output)) {
		return "The packages cannot be written into node_modules; make this folder yours (chown) and start again.";
	}
	return "The packages could not be installed; the lines above are what npm said.";
}

/** Installs when needed. @returns true when it did. Rejects with an Error whose message is one sentence. */
export async function installPackages(say) {
	const wanted = fingerprint();
	if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return false;
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	say("Installing packages (the first time takes a minute or two)");
	const ticking = setInterval(() => say(`  still installing, ${seconds()} s`), 10_000);
	try {
		const { code, output } = await npmInstall();
		if (code !== 0) {
			process.stderr.write(`${output.trim().split("\n").slice(-15).join("\n")}\n`);
			throw new Error(installFault(output));
		}
		writeFileSync(STAMP, fingerprint());
	} finally {
		clearInterval(ticking);
	}
	say(`Installed packages in ${seconds()} s`);
	return true;
}

function fingerprint() {
	const hash = createHash("sha256");
	for (const file of ["package.json", "package-lock.json"]) {
		// Only what decides about packages: a changed npm script must not reinstall.
		const { scripts: _scripts, ...rest } = JSON.parse(readFileSync(file, "utf8"));
		hash.update(JSON.stringify(rest));
	}
	return hash.update(`${process.platform} ${process.arch}`).digest("hex");
}

function npmInstall() {
	// `npm ci` insists on optional packages of other platforms, which a registry may lack.
	const words = ["install", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"];
	const npm = process.env.npm_execpath;
	const [command, args] = npm?.endsWith(".js")
		? [process.execPath, [npm, ...words]]
		: ["npm", words];
	return new Promise((done) => {
		const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		const keep = (chunk) => {
			output += chunk;
		};
		child.stdout.on("data", keep);
		child.stderr.on("data", keep);
		child.on("error", (error) => done({ code: 1, output: String(error) }));
		child.on("close", (code) => done({ code: code ?? 1, output }));
	});
}
