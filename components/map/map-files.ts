/** Files that the map fetches when it opens; the build names each by its content, so browsers keep them. */
export const MAP_FILES = {
	coarse: new URL("./world-110m.json", import.meta.url).href,
	fine: new URL("./world-50m.json", import.meta.url).href,
	worker: new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href,
};
