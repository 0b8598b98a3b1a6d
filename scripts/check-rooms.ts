// npm run check:rooms: the architecture's rules (scripts/rooms.ts) over every source file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findFaults, type SourceFile } from "@/scripts/rooms";

/** Made by programs or kept out of git; not sources. */
const IGNORED = /^(node_modules|\.git|\.next.*|\.data.*|test-results|playwright-report)$/;
const GENERATED = join("lib", "db", "generated");
const SOURCE = /\.(tsx?|mjs|js|css)$/;

const files = sourcesUnder(".");
const faults = findFaults(files);
for (const fault of faults) console.error(fault);
console.log(`${files.length} files, ${faults.length} faults against the design`);
process.exit(faults.length ? 1 : 0);

function sourcesUnder(folder: string): SourceFile[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) {
			return IGNORED.test(entry.name) || path === GENERATED ? [] : sourcesUnder(path);
		}
		return SOURCE.test(entry.name) && entry.name !== "next-env.d.ts"
			? [{ path, text: readFileSync(path, "utf8") }]
			: [];
	});
}
