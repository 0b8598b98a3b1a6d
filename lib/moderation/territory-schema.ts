import { z } from "zod";
import { isCountry } from "@/lib/places/countries";
import { cleanLine, hasBidiControl } from "@/lib/text/plain";
import { isDate } from "@/lib/time/wall-time";
import { isZone } from "@/lib/time/zones";

/** How long in advance, and how long, somebody may be away. */
const MAX_ABSENCE_DAYS = 366;
const DAY_MS = 86_400_000;

export const territoryInput = z.strictObject({
	name: z
		.string()
		.max(120, "field.tooLong")
		.transform(cleanLine)
		.refine((name) => name.length >= 2, "field.required")
		.refine((name) => !hasBidiControl(name), "field.bidiControl"),
	timezone: z.string().refine(isZone, "field.choose"),
	countries: z
		.union([z.string(), z.array(z.string())], "field.required")
		.transform((codes) => [...new Set([codes].flat())].sort())
		.refine((codes) => codes.length > 0, "field.required")
		.refine((codes) => codes.every(isCountry), "field.choose"),
});
export type TerritoryInput = z.infer<typeof territoryInput>;

export const coordinatorInput = z.strictObject({
	territoryId: z.uuid(),
	email: z.email({ error: "field.email" }).max(254, "field.tooLong"),
	role: z.enum(["coordinator", "deputy"], "field.choose"),
});
export type CoordinatorInput = z.infer<typeof coordinatorInput>;

const date = z.string().refine(isDate, "field.date");

export const absenceInput = z
	.strictObject({ fromDate: date, toDate: date })
	.refine(({ fromDate, toDate }) => !(isDate(fromDate) && toDate < fromDate), {
		path: ["toDate"],
		error: "field.lastDayFirst",
	})
	.refine(({ fromDate, toDate }) => spanMs(fromDate, toDate) <= MAX_ABSENCE_DAYS * DAY_MS, {
		path: ["toDate"],
		error: "field.absenceTooLong",
	});
export type AbsenceInput = z.infer<typeof absenceInput>;

function spanMs(from: string, to: string): number {
	return Date.parse(to) - Date.parse(from) || 0;
}
