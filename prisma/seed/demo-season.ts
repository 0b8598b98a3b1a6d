import { type DraftContent, draftContent } from "@/lib/events/schema";
import { zonesOfCountry } from "@/lib/places/countries";
import { findCityByName } from "@/lib/places/gazetteer";
import { addDays } from "@/lib/time/wall-time";
import { type DemoType, demoLocales, demoTexts } from "./demo-texts";
import { describeMission } from "./missions";
import type { MissionRow } from "./rows";

/** When something is held: hours of one day, whole days from and to (counted from 26 February), or not announced yet. */
export type DemoPlan = { type: DemoType } & (
	| { start: string; end?: string; day?: number }
	| { wholeDays: readonly [first: number, last: number] }
	| { toBeAnnounced: true }
);

/** One after the other for the missions in the order of the file. */
const PLANS: readonly DemoPlan[] = [
	{ type: "ceremony", start: "18:00", end: "19:30" },
	{ type: "ceremony", start: "11:00" },
	{ type: "exhibition", wholeDays: [0, 2] },
	{ type: "ceremony", start: "12:00", end: "13:00" },
	{ type: "conference", start: "14:00", end: "17:00" },
	{ type: "ceremony", start: "17:00" },
	{ type: "concert", start: "19:00", end: "20:30" },
	{ type: "ceremony", toBeAnnounced: true },
	{ type: "screening", start: "18:30", end: "20:30" },
	{ type: "ceremony", start: "15:30", end: "16:30" },
	{ type: "exhibition", wholeDays: [-2, 4] },
	{ type: "lecture", start: "16:00", end: "17:30" },
	{ type: "ceremony", start: "13:00" },
];

const ONLINE_EXAMPLE = "https://example.org/demonstration";

export type DemoPlace = Pick<MissionRow, "country" | "city"> & {
	venueName: string | null;
	lat: number | null;
	lon: number | null;
};

/** The demonstration's event of each mission that works; online where the source does not say in which city it is. */
export function demoSeason(
	missions: readonly MissionRow[],
	commemoration: string,
): { missionKey: string; content: DraftContent }[] {
	const operating = missions.filter((row) => describeMission(row).isOperating);
	return operating.map((row, index) => {
		const mission = describeMission(row);
		const plan = PLANS[index % PLANS.length];
		if (!plan) throw new RangeError("no plan");
		const place = {
			country: row.country,
			city: row.city,
			venueName: mission.name,
			lat: row.lat,
			lon: row.lon,
		};
		return { missionKey: mission.importKey, content: demoContent(plan, place, commemoration) };
	});
}

/** The content of one demonstration event around `commemoration` ("YYYY-02-26"). */
export function demoContent(plan: DemoPlan, place: DemoPlace, commemoration: string): DraftContent {
	const city = place.city === null ? null : findCityByName(place.city, place.country);
	const isOnline = place.city === null;
	const isMixed = !isOnline && plan.type === "conference";
	return draftContent.parse({
		type: plan.type,
		attendanceMode: isOnline ? "online" : isMixed ? "mixed" : "in_person",
		...scheduleOf(plan, commemoration),
		cityGeonameId: city?.id ?? null,
		cityName: city?.name ?? place.city,
		country: place.country,
		timezone: city?.timezone ?? zonesOfCountry(place.country)[0] ?? "UTC",
		venueName: isOnline ? null : place.venueName,
		lat: isOnline ? null : place.lat,
		lon: isOnline ? null : place.lon,
		onlineUrl: isOnline || isMixed ? ONLINE_EXAMPLE : null,
		...accessOf(plan.type, isOnline),
		languages: spokenIn(place.country),
		texts: demoTexts(plan.type, place.country, city),
	});
}

/** As organisers do: some say it, most say nothing. */
function accessOf(type: DemoType, isOnline: boolean) {
	const isHall = type === "exhibition" || type === "conference" || type === "concert";
	return {
		isFree: type === "ceremony" ? null : type === "concert" ? "no" : "yes",
		isWheelchairAccessible: isHall && !isOnline ? "yes" : null,
	};
}

/** Azerbaijani and the host country's language, else English. */
function spokenIn(country: string): string[] {
	const [english = "en", ...others] = demoLocales(country);
	return others.length > 1 ? others : [english, ...others];
}

function scheduleOf(plan: DemoPlan, commemoration: string) {
	if ("wholeDays" in plan) {
		const [first, last] = plan.wholeDays;
		return {
			timing: "all_day",
			startDate: addDays(commemoration, first),
			endDate: addDays(commemoration, last),
		};
	}
	if ("toBeAnnounced" in plan) return { timing: "to_be_announced", startDate: commemoration };
	const { start, end, day = 0 } = plan;
	return {
		timing: "timed",
		startDate: addDays(commemoration, day),
		startTime: start,
		endTime: end ?? null,
	};
}
