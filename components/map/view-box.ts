type View = { west: number; south: number; east: number; north: number };

/** Half a tile: neighbouring looks ask for the same boxes, so that what is kept on the way serves both. */
const CELLS_AT_ZOOM_0 = 2;

/**
 * The box to ask for so that a view is covered: whole cells of a grid, as "west,south,east,north".
 * @param view degrees; the longitudes may lie beyond ±180, as map libraries give them
 */
export function boxOfView({ west, south, east, north }: View, zoom: number): string {
	const cells = CELLS_AT_ZOOM_0 * 2 ** zoom;
	const left = Math.floor(((west + 180) / 360) * cells);
	const right = Math.ceil(((east + 180) / 360) * cells);
	const top = Math.max(0, Math.floor(northing(north) * cells));
	const bottom = Math.min(cells, Math.ceil(northing(south) * cells));
	const [from, to] =
		right - left >= cells ? [-180, 180] : [lonOf(left, cells), lonOf(right, cells)];
	const box = [from, latOf(bottom, cells), to === -180 ? 180 : to, latOf(top, cells)];
	return box.map((degrees) => Number(degrees.toFixed(6))).join(",");
}

function lonOf(cell: number, cells: number): number {
	const wrapped = ((cell % cells) + cells) % cells;
	return (wrapped / cells) * 360 - 180;
}

/** Beyond the last cell is the pole itself, which Mercator does not reach. */
function latOf(cell: number, cells: number): number {
	if (cell <= 0) return 90;
	if (cell >= cells) return -90;
	return (Math.atan(Math.sinh(Math.PI * (1 - (2 * cell) / cells))) * 180) / Math.PI;
}

/** From the north (0) to the south (1). */
function northing(lat: number): number {
	const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
	return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
