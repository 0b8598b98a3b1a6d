import { posix } from "node:path";

export type SourceFile = { path: string; text: string };

/** The rooms of lib/ from top to bottom: each imports only itself and rooms above it (design.md). */
export const ROOMS = [
	"errors",
	"env",
	"log",
	"db",
	"time",
	"text",
	"places",
	"lifecycle",
	"permissions",
	"audit",
	"jobs",
	"mail",
	"accounts",
	"organisations",
	"media",
	"calendar",
	"registers",
	"events",
	"moderation",
	"imports",
	"feeds",
	"http",
];

/** Top-level folders that may exist; anything else wants a decision record first. */
export const FOLDERS = [
	".ci",
	".github",
	"app",
	"bench",
	"components",
	"deploy",
	"docs",
	"e2e",
	"i18n",
	"lib",
	"messages",
	"prisma",
	"public",
	"scripts",
];

const MAX_LINES = 300;
const DRAWERS = /^(utils?|common|helpers?|misc|shared|types|index)$/;
/** The one `index` that is a program, not a barrel. */
const ENTRIES = ["prisma/seed/index.ts"];
/** Parts of lib/db that run servers and migrations: for scripts and tests, not for the app. */
const MACHINERY =
	/^lib\/db\/(create-cluster|disk-full|embedded|grants|migrate|postgres-programs|postmaster|schema-engine|throwaway)$/;
const IMPORT = /(?:\bimport\s+(type)\b[^;"']*?)?(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g;
/** Holds wrong imports as texts, to try this check with. */
const OWN_TEST = "scripts/rooms.test.ts";

type Import = { target: string; isPackage: boolean; isType: boolean };

/**
 * Checks the architecture's rules over source files.
 * @param files paths relative to the project with `/`, and their text.
 * @returns one sentence a fault; empty when all rules hold.
 */
export function findFaults(files: readonly SourceFile[]): string[] {
	return files.flatMap((file) => [
		...placeFaults(file),
		...importsOf(file).flatMap((imported) => {
			const fault = importFault(file.path, imported);
			return fault ? [`${file.path}: ${fault}`] : [];
		}),
	]);
}

function placeFaults({ path, text }: SourceFile): string[] {
	const folder = path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
	const faults: string[] = [];
	if (folder && !FOLDERS.includes(folder)) {
		faults.push(`${path}: the folder ${folder}/ is not in the design`);
	}
	const name = posix.basename(path).split(".")[0] ?? "";
	const inside = posix.dirname(path).split("/");
	if (!ENTRIES.includes(path) && [name, ...inside].some((part) => DRAWERS.test(part))) {
		faults.push(`${path}: "${name}" names a drawer; name the noun instead`);
	}
	if (/[A-Z]/.test(posix.basename(path))) faults.push(`${path}: file names are kebab-case`);
	const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
	if (lines > MAX_LINES && !path.endsWith(".css"))
		faults.push(`${path}: ${lines} lines, more than ${MAX_LINES}`);
	const room = roomOf(path);
	if (room !== null && !ROOMS.includes(room)) {
		faults.push(`${path}: the room lib/${room} is not in the design`);
	}
	return faults;
}

function importsOf({ path, text }: SourceFile): Import[] {
	if (path === OWN_TEST) return [];
	return [...text.matchAll(IMPORT)].map(([, type, specifier = ""]) => {
		const isType = type !== undefined;
		if (specifier.startsWith("@/")) return { target: specifier.slice(2), isPackage: false, isType };
		if (!specifier.startsWith(".")) return { target: specifier, isPackage: true, isType };
		return { target: posix.join(posix.dirname(path), specifier), isPackage: false, isType };
	});
}

function importFault(path: string, { target, isPackage, isType }: Import): string | null {
	if (isPackage) return packageFault(path, target);
	const isTest = /\.test\.tsx?$/.test(path);
	if (target.startsWith("lib/db/generated") && !path.startsWith("lib/db/")) {
		return "imports the generated client; types come from lib/db/client";
	}
	if (path.startsWith("components/") && !isTest) return componentFault(target, isType);
	const machinery = MACHINERY.test(target.replace(/\.(ts|js)$/, ""));
	if (machinery && /^(app|lib)\//.test(path) && !path.startsWith("lib/db/") && !isTest) {
		return `imports ${target}, which is for scripts`;
	}
	return isTest ? null : roomFault(path, target);
}

function packageFault(path: string, name: string): string | null {
	const inData = /^(lib\/db|prisma)\//.test(path);
	// The adapter between next-auth and the client is neither the client nor the engine.
	if (/^@prisma\//.test(name) && !inData) return `imports ${name}; only lib/db and prisma/ may`;
	if (name === "temporal-polyfill" && !path.startsWith("lib/time/")) {
		return "imports the date library; only lib/time may";
	}
	return null;
}

function componentFault(target: string, isType: boolean): string | null {
	if (/^lib\/db(\/|$)/.test(target)) return `imports ${target}; components never query`;
	if (!isType && /^lib\/.*\/queries$/.test(target))
		return `imports ${target}; components never query`;
	return null;
}

function roomFault(path: string, target: string): string | null {
	const from = roomOf(path);
	if (from === null) return null;
	// Mails are written with the interface's texts, which i18n/ loads.
	if (target.startsWith("i18n/")) return null;
	if (!target.startsWith("lib/")) return `imports ${target}; rooms import only rooms`;
	const to = roomOf(target);
	if (to === null || from === to) return null;
	if (ROOMS.indexOf(to) < ROOMS.indexOf(from)) return null;
	return `lib/${from} imports lib/${to}, which is below it`;
}

/** `lib/events/queries.ts` is in the room events, `lib/errors.ts` and its test are the room errors. */
function roomOf(path: string): string | null {
	const [lib, room = ""] = path.split("/");
	return lib === "lib" && room ? (room.split(".")[0] ?? null) : null;
}
