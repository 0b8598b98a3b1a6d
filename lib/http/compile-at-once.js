import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * V8 then compiles a script whole while it arrives, beside the page's main thread, and not function by function on it.
 * Browsers that don't know the comment skip it. Source: V8, "Explicit compile hints", v8.dev/blog/explicit-compile-hints.
 */
export const COMPILE_HINT = "//# allFunctionsCalledOnLoad\n";

/**
 * Puts the hint before the scripts that every page runs at once, React and Next. To run after the build's compilation.
 * @param {{ projectDir: string, distDir: string }} build absolute paths, as Next hands them down
 */
export function compileFrameworkAtOnce({ distDir }) {
	const manifest = JSON.parse(readFileSync(join(distDir, "build-manifest.json"), "utf8"));
	for (const file of manifest.rootMainFiles) {
		const path = join(distDir, file);
		const script = readFileSync(path, "utf8");
		if (!script.startsWith(COMPILE_HINT)) writeFileSync(path, COMPILE_HINT + script);
	}
}
