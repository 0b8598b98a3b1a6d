/**
 * Builds what the program draws of the world from Natural Earth as the npm package world-atlas packs it. Run
 * `npm run world` after an update of that package; a test compares what is committed.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { worldFiles } from "@/scripts/world/world-files";

const ROOT = join(import.meta.dirname, "..");

for (const [path, draw] of Object.entries(worldFiles)) {
	const text = draw();
	writeFileSync(join(ROOT, path), text);
	console.log(`${path}: ${Math.round(text.length / 1024)} kB`);
}
