/** Degrees; `west` greater than `east` crosses the date line (RFC 7946, section 5.2). */
export type Box = { west: number; south: number; east: number; north: number };
type Placed = { lat: number; lon: number };

/** Events that would stand on each other's marks at a zoom; one alone is a cluster of one. */
export type Cluster<Row> = {
	/** The same as long as zoom and neighbourhood are. */
	key: string;
	/** Degrees; the mean of the members. */
	lat: number;
	lon: number;
	/** Around every member: rounded outwards to five decimals. */
	bounds: Box;
	members: Row[];
};

/** Width of the world at zoom 0, as map libraries count. */
const TILE_PIXELS = 512;
const CELL_PIXELS = 64;
/** Between the middles of two marks. */
const APART_PIXELS = 40;
/** More features than this are not sent, however many events there are. */
const MAX_CLUSTERS = 100;
/** A mark takes up few cells besides its own: more than this gather into too many, and to try it costs their square. */
const MAX_CELLS = 4 * MAX_CLUSTERS;
/** More lines of cells than any zoom has. */
const MOST_LINES = 2 ** 26;
/** Where Web Mercator ends. */
const MAX_LATITUDE = 85.05112878;

/**
 * Gathers what lies in the box (edges included) into clusters for a zoom: by cells of a grid that stands still when
 * the map moves, then neighbours whose middles are too near. Too many clusters are gathered as for a smaller zoom.
 */
export function clusterRows<Row extends Placed>(
	rows: readonly Row[],
	{ box, zoom }: { box: Box; zoom: number },
): Cluster<Row>[] {
	const inside = rows.filter((row) => isInside(row, box));
	for (let wider = 0; ; wider++) {
		const cells = gatherCells(inside, { box, zoom: zoom - wider });
		if (cells === null) continue;
		const clusters = mergeNeighbours([...cells.values()]);
		if (clusters.length <= MAX_CLUSTERS) return clusters.map(toCluster);
	}
}

/** True for a place in the box or on its edge; 180° west and 180° east are one meridian. */
export function isInside({ lat, lon }: Placed, box: Box): boolean {
	if (lat < box.south || lat > box.north) return false;
	return isBetween(lon, box) || (Math.abs(lon) === 180 && isBetween(-lon, box));
}

function isBetween(lon: number, { west, east }: Box): boolean {
	return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
}

type Cell<Row> = {
	key: string;
	members: Row[];
	/** Sums over the members; pixels of the zoom, unwrapped longitudes. */
	x: number;
	y: number;
	bounds: Box;
};

/** Null as soon as there are too many, so that looking at a zoom that is too near costs little. */
function gatherCells<Row extends Placed>(
	rows: readonly Row[],
	{ box, zoom }: { box: Box; zoom: number },
): Map<number, Cell<Row>> | null {
	const size = TILE_PIXELS * 2 ** zoom;
	const crosses = box.west > box.east;
	const cells = new Map<number, Cell<Row>>();
	for (const row of rows) {
		const { lat } = row;
		const lon = crosses && row.lon < box.west ? row.lon + 360 : row.lon;
		const x = ((lon + 180) / 360) * size;
		const y = mercatorY(lat) * size;
		const [column, line] = [Math.floor(x / CELL_PIXELS), Math.floor(y / CELL_PIXELS)];
		const number = column * MOST_LINES + line;
		let cell = cells.get(number);
		if (!cell) {
			if (cells.size === MAX_CELLS) return null;
			const bounds = { west: lon, east: lon, south: lat, north: lat };
			cell = { key: `${zoom}/${column}/${line}`, members: [], x: 0, y: 0, bounds };
			cells.set(number, cell);
		}
		const { members, bounds } = cell;
		members.push(row);
		cell.x += x;
		cell.y += y;
		bounds.west = Math.min(bounds.west, lon);
		bounds.east = Math.max(bounds.east, lon);
		bounds.south = Math.min(bounds.south, lat);
		bounds.north = Math.max(bounds.north, lat);
	}
	return cells;
}

/** Where a latitude is from the north (0) to the south (1) of Web Mercator. */
export function mercatorY(lat: number): number {
	const sine = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180);
	return Math.max(0, Math.min(1, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
}

function take<Row>(cell: Cell<Row>, other: Omit<Cell<Row>, "key">): void {
	for (const row of other.members) cell.members.push(row);
	cell.x += other.x;
	cell.y += other.y;
	cell.bounds = {
		west: Math.min(cell.bounds.west, other.bounds.west),
		east: Math.max(cell.bounds.east, other.bounds.east),
		south: Math.min(cell.bounds.south, other.bounds.south),
		north: Math.max(cell.bounds.north, other.bounds.north),
	};
}

/** The largest keep their place, so each neighbour goes to the largest that is near. */
function mergeNeighbours<Row>(cells: Cell<Row>[]): Cell<Row>[] {
	const kept: Cell<Row>[] = [];
	const bySize = (a: Cell<Row>, b: Cell<Row>) =>
		b.members.length - a.members.length || (a.key < b.key ? -1 : 1);
	for (const cell of cells.sort(bySize)) {
		const host = kept.find((other) => distance(cell, other) < APART_PIXELS);
		if (host) take(host, cell);
		else kept.push(cell);
	}
	return kept;
}

function distance<Row>(a: Cell<Row>, b: Cell<Row>): number {
	const dx = a.x / a.members.length - b.x / b.members.length;
	const dy = a.y / a.members.length - b.y / b.members.length;
	return Math.hypot(dx, dy);
}

function toCluster<Row extends Placed>({ key, members, bounds }: Cell<Row>): Cluster<Row> {
	const count = members.length;
	const lat = members.reduce((sum, row) => sum + row.lat, 0) / count;
	const lon = members.reduce((sum, row) => sum + unwrapped(row.lon, bounds.west), 0) / count;
	return {
		key,
		members,
		lat: round(lat),
		lon: round(wrapped(lon)),
		bounds: {
			west: roundDown(wrapped(bounds.west)),
			south: roundDown(bounds.south),
			east: roundUp(wrapped(bounds.east)),
			north: roundUp(bounds.north),
		},
	};
}

function unwrapped(lon: number, west: number): number {
	return lon < west ? lon + 360 : lon;
}

function wrapped(lon: number): number {
	return lon > 180 ? lon - 360 : lon;
}

/** About a metre. */
const STEPS_A_DEGREE = 100_000;

function round(degrees: number): number {
	return Math.round(degrees * STEPS_A_DEGREE) / STEPS_A_DEGREE;
}

/** Bounds come back as a box to list the members of: no pin may be left outside. */
function roundDown(degrees: number): number {
	const nearest = Math.round(degrees * STEPS_A_DEGREE);
	return (nearest / STEPS_A_DEGREE > degrees ? nearest - 1 : nearest) / STEPS_A_DEGREE;
}

function roundUp(degrees: number): number {
	return -roundDown(-degrees);
}
