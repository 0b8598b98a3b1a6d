import { labelPlacesText } from "./label-places";
import { drawLand } from "./land-picture";
import { shapesForMap } from "./map-shapes";

/** What `npm run world` writes: paths in the project, and how each text is made. */
export const worldFiles: Record<string, () => string> = {
	"components/calendar/world-land.svg": drawLand,
	"components/map/world-110m.json": () => shapesForMap("110m"),
	"components/map/world-50m.json": () => shapesForMap("50m"),
	"components/map/country-places.json": labelPlacesText,
};
