import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What decides about the build; tests, seed and documents do not. */
export const BUILD_SOURCES = [
	"app",
	"components",
	"i18n",
	"lib",
	"messages",
	"public",
	"prisma/schema.prisma",
	"package-lock.json",
];
const ROOT_CONFIG =
	/^(next\.config|postcss\.config|tailwind\.config|proxy|middleware|instrumentation|cache-handler)[\w.-]*$/;

/** Files of the project's root that the build reads beside its folders. */
export function rootConfigFiles(root = "."): string[] {
	return readdirSync(root).filter((name) => ROOT_CONFIG.test(name));
}

/**
 * Hash over the names and contents of files and folders; missing ones count as empty.
 * Tests (`*.test.ts`) and generated code are left out.
 * @param extra texts that decide as well, for example a variable's value.
 */
export function fingerprint(paths: readonly string[], extra: readonly string[] = []): string {
	const hash = createHash("sha256");
	for (const file of paths.flatMap(filesUnder).sort()) {
		hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
	}
	return hash.update(JSON.stringify(extra)).digest("hex");
}

function filesUnder(path: string): string[] {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
		const inside = join(path, entry.name);
		if (entry.isDirectory())
			return inside === join("lib", "db", "generated") ? [] : filesUnder(inside);
		return /\.test\.tsx?$/.test(entry.name) ? [] : [inside];
	});
}
