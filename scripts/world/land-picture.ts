import { merge } from "topojson-client";
import { WORLD_HEIGHT, WORLD_WIDTH, worldProjection } from "@/components/calendar/world-projection";
import { inhabitedOf, readAtlas } from "./atlas";
import { projectArea } from "./cut";
import { pathOfRing, type Ring, ringArea, simplifyRing } from "./rings";

/** In square units of the picture: what a visitor would not see. */
const MIN_TRIANGLE = 1.2;
const MIN_ISLAND = 6;

/** The land without Antarctica as an SVG with one path, `#land`, for `<use>`: it takes the colour of the page. */
export function drawLand(): string {
	const path = landRings()
		.filter((ring) => ringArea(ring) >= MIN_ISLAND)
		.map((ring) => simplifyRing(ring, MIN_TRIANGLE))
		.filter((ring) => ring !== null)
		.map(pathOfRing)
		.join("");
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WORLD_WIDTH} ${WORLD_HEIGHT}" width="${WORLD_WIDTH}" height="${WORLD_HEIGHT}"><title>Land</title><path id="land" d="${path}"/></svg>\n`;
}

function landRings(): Ring[] {
	const atlas = readAtlas("50m");
	return projectArea(merge(atlas, inhabitedOf(atlas)), worldProjection()).flat();
}
