import { citiesAround, type Point } from "@/lib/places/distance";
import { cityName } from "@/lib/places/gazetteer";
import { type Plot, placeOnPlot } from "./plot";

export type PlotName = { id: number; name: string; x: number; y: number };
type Box = { x: number; y: number; width: number; height: number };

const CANDIDATES = 60;
/** Units of the picture: of a letter at 11 units' size, of a line, and to the edge. */
const LETTER = 6.5;
const LINE = 16;
const EDGE = 4;

/** The largest places in the picture by which it can be read, as far as their names do not run into one another. */
export function namesOnPlot(
	plot: Plot,
	{ locale, taken, limit }: { locale: string; taken: readonly Point[]; limit: number },
): PlotName[] {
	const km = Math.hypot(plot.width, plot.height) / 2 / plot.unitsPerKm;
	const boxes = taken.map((point) => {
		const { x, y } = placeOnPlot(plot, point);
		return { x, y: y - LINE / 2, width: LINE * 2, height: LINE * 2.5 };
	});
	const names: PlotName[] = [];
	for (const city of citiesAround(plot.centre, { km, limit: CANDIDATES })) {
		if (names.length === limit) break;
		const name = cityName(city, locale);
		const { x, y } = placeOnPlot(plot, city);
		const box = boxOfName({ name, x, y });
		if (!isWithin(box, plot) || boxes.some((other) => meet(box, other))) continue;
		boxes.push(box);
		names.push({ id: city.id, name, x, y });
	}
	return names;
}

/** A dot with the name below it. */
function boxOfName({ name, x, y }: { name: string; x: number; y: number }): Box {
	return { x, y: y + LINE / 2, width: name.length * LETTER + EDGE, height: LINE * 1.4 };
}

function isWithin({ x, y, width, height }: Box, plot: Plot): boolean {
	return (
		x - width / 2 > EDGE &&
		x + width / 2 < plot.width - EDGE &&
		y - height / 2 > EDGE &&
		// the scale stands below
		y + height / 2 < plot.height - LINE - EDGE
	);
}

function meet(a: Box, b: Box): boolean {
	return (
		Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
	);
}
