/**
 * Present IANA names and the older spelling that ICU (CLDR) still reports for them.
 * GeoNames, tzdata and people use the left name; browsers report the right one.
 */
const RENAMED: Readonly<Record<string, string>> = {
	"Africa/Asmara": "Africa/Asmera",
	"America/Argentina/Buenos_Aires": "America/Buenos_Aires",
	"America/Argentina/Catamarca": "America/Catamarca",
	"America/Argentina/Cordoba": "America/Cordoba",
	"America/Argentina/Jujuy": "America/Jujuy",
	"America/Argentina/Mendoza": "America/Mendoza",
	"America/Atikokan": "America/Coral_Harbour",
	"America/Indiana/Indianapolis": "America/Indianapolis",
	"America/Kentucky/Louisville": "America/Louisville",
	"America/Nuuk": "America/Godthab",
	"Asia/Ho_Chi_Minh": "Asia/Saigon",
	"Asia/Kathmandu": "Asia/Katmandu",
	"Asia/Kolkata": "Asia/Calcutta",
	"Asia/Yangon": "Asia/Rangoon",
	"Atlantic/Faroe": "Atlantic/Faeroe",
	"Europe/Kyiv": "Europe/Kiev",
	"Pacific/Chuuk": "Pacific/Truk",
	"Pacific/Kanton": "Pacific/Enderbury",
	"Pacific/Pohnpei": "Pacific/Ponape",
};

/** Zones that tzdata merged into a neighbour but that the gazetteer still names. */
const MERGED = ["America/Yellowknife", "Asia/Choibalsan"];

const MODERN_NAME = new Map(Object.entries(RENAMED).map(([modern, old]) => [old, modern]));

let zoneNames: { all: ReadonlySet<string>; listed: readonly string[] } | null = null;

/** Whether `zone` is an IANA zone name in its exact spelling; offsets such as "+05:45" are not. */
export function isZone(zone: string): boolean {
	return loadZoneNames().all.has(zone);
}

/** All zone names a person may choose, present spelling, sorted. */
export function listZones(): string[] {
	return [...loadZoneNames().listed];
}

/** The present IANA name of what a browser reports ("Asia/Katmandu" → "Asia/Kathmandu"), or null when unknown. */
export function canonicalZone(zone: string): string | null {
	if (isZone(zone)) return MODERN_NAME.get(zone) ?? zone;
	const resolved = resolveByIntl(zone);
	if (resolved === null || !isZone(resolved)) return null;
	return MODERN_NAME.get(resolved) ?? resolved;
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();
const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Minutes east of UTC in `zone` at `instant`. Straight from Intl: the date library takes twenty times as long, and lists
 * and feeds ask for thousands.
 */
export function offsetMinutes(instant: Date, zone: string): number {
	const format = offsetFormats.get(zone) ?? newOffsetFormat(zone);
	const [, sign, hours = "0", minutes = "0", seconds = "0"] =
		OFFSET.exec(format.format(instant)) ?? [];
	const east = Number(hours) * 60 + Math.round(Number(minutes) + Number(seconds) / 60);
	return sign === "-" ? -east : east;
}

function newOffsetFormat(zone: string): Intl.DateTimeFormat {
	const format = new Intl.DateTimeFormat("en", {
		timeZone: zone,
		timeZoneName: "longOffset",
		year: "numeric",
	});
	offsetFormats.set(zone, format);
	return format;
}

/** The offset as people read it: "UTC+05:45", "UTC-03:30", "UTC+00:00". */
export function offsetLabel(instant: Date, zone: string): string {
	return `UTC${formatOffset(offsetMinutes(instant, zone))}`;
}

/** Minutes east of UTC as ISO 8601 "+05:45". */
export function formatOffset(minutes: number): string {
	const absolute = Math.abs(minutes);
	const hours = String(Math.trunc(absolute / 60)).padStart(2, "0");
	return `${minutes < 0 ? "-" : "+"}${hours}:${String(absolute % 60).padStart(2, "0")}`;
}

function loadZoneNames(): { all: ReadonlySet<string>; listed: readonly string[] } {
	if (zoneNames) return zoneNames;
	const supported = Intl.supportedValuesOf("timeZone");
	const aliases = [...Object.keys(RENAMED), ...Object.values(RENAMED), ...MERGED];
	const accepted = aliases.filter((zone) => resolveByIntl(zone) !== null);
	const all = new Set(["UTC", ...supported, ...accepted]);
	const listed = new Set([...all].map((zone) => MODERN_NAME.get(zone) ?? zone));
	for (const zone of MERGED) listed.delete(zone);
	zoneNames = { all, listed: [...listed].sort() };
	return zoneNames;
}

function resolveByIntl(zone: string): string | null {
	if (/^[+-]/.test(zone)) return null;
	try {
		return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
	} catch {
		return null;
	}
}
