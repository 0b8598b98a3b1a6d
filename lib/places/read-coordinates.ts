import type { Point } from "./distance";

const NUMBER = String.raw`([+-]?\d{1,3}(?:[.,]\d+)?)`;
const EXACT = String.raw`([+-]?\d{1,3}\.\d+)`;

/** Forms of a pair, the most telling first; in some the longitude comes first. */
const PAIRS: readonly { pattern: RegExp; isLonFirst?: boolean }[] = [
	// The place itself in a link of Google Maps, before the middle of its window.
	{ pattern: new RegExp(`!3d${EXACT}!4d${EXACT}`) },
	{ pattern: new RegExp(`[?&#]mlat=${EXACT}&mlon=${EXACT}`) },
	{
		pattern: new RegExp(
			`yandex\\.[^?#]*[?&#](?:[^#]*&)?(?:whatshere%5Bpoint%5D|pt|ll)=${EXACT},${EXACT}`,
		),
		isLonFirst: true,
	},
	{ pattern: new RegExp(`2gis\\.[^?#]*(?:/|[?&#]m=)${EXACT},${EXACT}`), isLonFirst: true },
	{
		pattern: new RegExp(
			`[?&#](?:q|query|ll|sll|daddr|destination|coordinate|center)=(?:loc:)?${EXACT},\\s*${EXACT}`,
		),
	},
	{ pattern: new RegExp(`#map=[\\d.]+/${EXACT}/${EXACT}`) },
	{ pattern: new RegExp(`[@/]${EXACT},${EXACT}`) },
	{ pattern: new RegExp(`^geo:${EXACT},${EXACT}`) },
	{ pattern: new RegExp(`^\\(?${NUMBER}°?\\s*(?:[;\\s]|,\\s)\\s*${NUMBER}°?\\)?$`) },
	{ pattern: new RegExp(`^\\(?${EXACT}°?\\s*,\\s*${EXACT}°?\\)?$`) },
];
const SEXAGESIMAL =
	/^(\d{1,2})°\s*(\d{1,2})['′’]\s*(?:(\d{1,2}(?:\.\d+)?)["″”]\s*)?([NS])[\s,;]+(\d{1,3})°\s*(\d{1,2})['′’]\s*(?:(\d{1,2}(?:\.\d+)?)["″”]\s*)?([EW])$/i;

/**
 * A point as people copy it: decimal degrees, degrees with minutes and seconds, `geo:` (RFC 5870), or the address that
 * Google, Apple, Yandex, 2GIS and OpenStreetMap maps show; null for anything else, a single number and a shortened link.
 */
export function readCoordinates(typed: string): Point | null {
	const text = decoded(typed.trim());
	const sexagesimal = SEXAGESIMAL.exec(text);
	if (sexagesimal) return inDegrees(sexagesimal);
	for (const { pattern, isLonFirst = false } of PAIRS) {
		const [, one, other] = pattern.exec(text) ?? [];
		if (one === undefined || other === undefined) continue;
		const [lat, lon] = isLonFirst ? [other, one] : [one, other];
		return pointOf(numberOf(lat), numberOf(lon));
	}
	return null;
}

function decoded(text: string): string {
	return text.replaceAll(/%2C/gi, ",");
}

function inDegrees([
	,
	d = "",
	m = "",
	s = "0",
	ns = "",
	D = "",
	M = "",
	S = "0",
	ew = "",
]: RegExpExecArray) {
	const degrees = (whole: string, minutes: string, seconds: string) =>
		Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
	const lat = degrees(d, m, s) * (/s/i.test(ns) ? -1 : 1);
	const lon = degrees(D, M, S) * (/w/i.test(ew) ? -1 : 1);
	return pointOf(lat, lon);
}

/** To a metre, as the form shows it. */
function pointOf(lat: number, lon: number): Point | null {
	if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
	return { lat: Math.round(lat * 1e5) / 1e5, lon: Math.round(lon * 1e5) / 1e5 };
}

function numberOf(text: string): number {
	return Number(text.replace(",", "."));
}
