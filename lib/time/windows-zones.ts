import { findIana } from "windows-iana";
import { canonicalZone } from "./zones";

/**
 * The IANA name of a zone as files name it: by IANA, or as Windows and Outlook do ("W. Europe Standard Time" →
 * "Europe/Berlin", the first of CLDR's windowsZones); null when unknown.
 */
export function zoneByName(name: string): string | null {
	const [iana] = canonicalZone(name) === null ? findIana(name.trim()) : [name];
	return iana ? canonicalZone(iana) : null;
}
