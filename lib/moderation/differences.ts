import { writtenHours } from "@/lib/calendar/opening-hours";
import { altsOf, type Picture, percent } from "@/lib/calendar/pictures";
import { type ProgrammeItem, writtenProgramme } from "@/lib/calendar/programme";
import type { RevisionContent } from "@/lib/events/revision";

/** Fields in the order in which a reviewer reads them; texts come as `texts.<language>.<part>`. */
export type Difference = { field: string; before: string | null; after: string | null };

const FIELDS = [
	"status",
	"statusReason",
	"type",
	"attendanceMode",
	"cityName",
	"country",
	"venueName",
	"address",
	"lat",
	"lon",
	"onlineUrl",
	"isFree",
	"isWheelchairAccessible",
	"contactName",
	"contactEmail",
	"contactPhone",
	"contactUrl",
	"superEventId",
] as const satisfies readonly (keyof RevisionContent)[];

const SCHEDULE_FIELDS = [
	"startDate",
	"endDate",
	"startTime",
	"endTime",
	"isAllDay",
	"timezone",
	"startDisambiguation",
	"endDisambiguation",
] as const satisfies readonly (keyof RevisionContent["schedule"])[];

/** What `after` says otherwise than `before` (null: nothing is public yet, so everything that is stated is new). */
export function differences(before: RevisionContent | null, after: RevisionContent): Difference[] {
	const old = before === null ? new Map<string, string | null>() : flatten(before);
	const all = flatten(after);
	const fields = new Set([...all.keys(), ...old.keys()]);
	return [...fields]
		.map((field) => ({ field, before: old.get(field) ?? null, after: all.get(field) ?? null }))
		.filter((difference) => difference.before !== difference.after);
}

function flatten(content: RevisionContent): Map<string, string | null> {
	const flat = new Map<string, string | null>();
	for (const text of content.texts) {
		flat.set(`texts.${text.locale}.title`, text.title || null);
		flat.set(`texts.${text.locale}.description`, text.description || null);
		flat.set(`texts.${text.locale}.statusReason`, text.statusReason || null);
	}
	for (const field of SCHEDULE_FIELDS) flat.set(field, asText(content.schedule[field]));
	for (const field of FIELDS) flat.set(field, asText(content[field]));
	flat.set("openingHours", hoursText(content));
	flat.set("programme", programmeText(content.programme));
	flat.set("pictures", picturesText(content.pictures));
	flat.set("coOrganisers", content.coOrganisers.map(({ name }) => name).join("; ") || null);
	flat.set("languages", [...content.languages].sort().join(" ") || null);
	return flat;
}

/** A line a weekday ("1" is Monday) or date: "1 10:00–18:00", "2027-03-01 –" where it is closed. */
function hoursText({ openingHours, schedule }: RevisionContent): string | null {
	const { week, dates } = writtenHours(openingHours, schedule);
	const days = [
		...Object.entries(week),
		...dates.map(({ date, ...hours }) => [date, hours] as const),
	];
	const lines = days.map(([day, { opens, closes }]) => `${day} ${opens ?? ""}–${closes ?? ""}`);
	return lines.join("\n") || null;
}

/** A line an item: "2 · 10:00–10:30 · Opening / Açılış · Name, role". */
function programmeText(programme: readonly ProgrammeItem[]): string | null {
	const lines = writtenProgramme(programme).map(({ day, startTime, endTime, titles, speakers }) => {
		const times = [startTime, endTime].filter(Boolean).join("–");
		const named = speakers.map(({ name, role }) => [name, role].filter(Boolean).join(", "));
		const words = Object.keys(titles)
			.sort()
			.map((locale) => titles[locale]);
		return [day, times, words.join(" / "), named.join("; ")].filter(Boolean).join(" · ");
	});
	return lines.join("\n") || null;
}

/** A line a picture, in their order: "id · credit · licence · 30 % 70 % · az: alt / en: alt". */
function picturesText(pictures: readonly Picture[]): string | null {
	const lines = pictures.map((picture) => {
		const { id, credit, licence, focus } = picture;
		const middle = focus && `${percent(focus.x)} % ${percent(focus.y)} %`;
		const alts = altsOf(picture)
			.sort((a, b) => (a.locale < b.locale ? -1 : 1))
			.map(({ locale, text }) => `${locale}: ${text}`);
		return [id, credit, licence, middle, alts.join(" / ")].filter(Boolean).join(" · ");
	});
	return lines.join("\n") || null;
}

function asText(value: string | number | boolean | null): string | null {
	if (value === null || value === "") return null;
	return String(value);
}
