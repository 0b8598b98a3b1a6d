// Finds or installs what the tests need beside the packages: Chromium, and from Debian python3-icalendar as a
// second reader of our feeds, programs that people read them with, and nginx to try deploy/nginx.conf with. Plain Node.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [
	"/usr/bin/chromium",
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/usr/bin/chromium-browser",
];

/** @returns the program of a Chromium on this machine; null when Playwright's own must serve. */
export function findChromium() {
	const places = [process.env.CHROMIUM, ...PLACES];
	return places.find((place) => place && existsSync(place)) ?? null;
}

/** Installs what is missing, as far as this machine lets us. */
export function prepareMachine(say) {
	if (!findChromium() && !playwrightBrowser(say)) {
		say("Installing Chromium from the system's packages");
		if (!aptInstall("chromium")) {
			say(
				"No Chromium could be installed: set CHROMIUM to the program of one. The end-to-end tests will fail.",
			);
		}
	}
	if (!succeeds("python3", ["-c", "import icalendar"])) aptInstall("python3", "python3-icalendar");
	for (const program of ["nginx", "vdirsyncer", "khal", "newsboat"]) provide(program);
}

/** Whether a program of Debian's is here, installing the package of its name where we may. */
export function provide(program) {
	const isHere = () => succeeds("sh", ["-c", `command -v ${program}`]);
	return isHere() || (aptInstall(program) && isHere());
}

function playwrightBrowser(say) {
	say("Looking for Playwright's Chromium (downloaded when missing)");
	return succeeds(
		process.execPath,
		["node_modules/@playwright/test/cli.js", "install", "chromium"],
		120_000,
	);
}

function aptInstall(...packages) {
	if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
	const install = () =>
		succeeds("apt-get", ["install", "-y", "--no-install-recommends", ...packages], 300_000);
	return install() || (succeeds("apt-get", ["update"], 120_000) && install());
}

function succeeds(program, args, timeout = 20_000) {
	// As in single-user mode: a package must not start its service here.
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
	return spawnSync(program, args, { stdio: "ignore", timeout, env }).status === 0;
}
