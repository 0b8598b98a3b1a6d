/**
 * Builds the land of the world picture and the polygons of the map from Natural Earth as the npm package world-atlas
 * packs it. Run `npm run world` after an update of that package; a test compares what is committed.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawLand } from "@/scripts/world/land-picture";

const ROOT = join(import.meta.dirname, "..");

write("components/calendar/world-land.svg", drawLand());

function write(path: string, text: string): void {
	writeFileSync(join(ROOT, path), text);
	console.log(`${path}: ${Math.round(text.length / 1024)} kB`);
}
