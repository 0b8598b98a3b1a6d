import { isPlausibleDay } from "./plausible-day";

/**
 * The offset of a zone at noon of a day as people read it, "UTC+05:45", and of today while the date is only half typed;
 * "" where the browser does not know the zone.
 * Intl is enough here, and spares the browser the date library.
 */
export function zoneOffset(zone: string, date: string): string {
	const day = isPlausibleDay(date) ? date : new Date().toISOString().slice(0, 10);
	const noon = new Date(`${day}T12:00:00Z`);
	try {
		const parts = new Intl.DateTimeFormat("en", {
			timeZone: zone,
			timeZoneName: "longOffset",
		}).formatToParts(noon);
		const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
		return name === "GMT" ? "UTC+00:00" : name.replace("GMT", "UTC");
	} catch {
		return "";
	}
}
