import { z } from "zod";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { MAX_PICTURES } from "@/lib/calendar/pictures";
import { CALL_OFF_ACTIONS } from "@/lib/lifecycle/lifecycle";
import { LICENCES } from "@/lib/media/licences";
import { isCountry } from "@/lib/places/countries";
import { isLanguage } from "@/lib/text/languages";
import { MAX_MARKDOWN_LENGTH } from "@/lib/text/markdown";
import { countInput, numberInput } from "@/lib/text/number-input";
import { cleanLine, cleanText, hasBidiControl } from "@/lib/text/plain";
import { MAX_EVENT_DAYS } from "@/lib/time/validate-schedule";
import { isDate, isTime } from "@/lib/time/wall-time";
import { isZone } from "@/lib/time/zones";
import { speakersOf } from "./speaker-lines";

export const ATTENDANCE_MODES = ["in_person", "online", "mixed"] as const;
export type AttendanceMode = (typeof ATTENDANCE_MODES)[number];

/** How the organiser states the time: with a start, as whole days, or "to be announced". */
export const TIMINGS = ["timed", "all_day", "to_be_announced"] as const;

export const MAX_TITLE_LENGTH = 160;
export const MAX_TEXTS = 12;
export const MAX_PROGRAMME_ITEMS = 30;
export const MAX_SPEAKERS = 12;
export const MAX_HOURS_DATES = 20;
export const MAX_STATUS_REASON_LENGTH = 500;
export const MAX_CO_ORGANISERS = 10;

function line(max: number) {
	return z.string().max(max, "field.tooLong").transform(cleanLine);
}

/** Empty in a form means "not stated". */
function optional<T extends z.ZodType>(schema: T) {
	// Not a union with "": its message would be "invalid" whatever the schema itself says.
	return z.preprocess((value) => (value === "" ? null : value), schema.nullable()).default(null);
}

/** "yes" or "no" of a form, as a boolean. */
function yesOrNo() {
	return z.enum(["yes", "no"], "field.choose").transform((answer) => answer === "yes");
}

const eventText = z.strictObject({
	title: line(MAX_TITLE_LENGTH).default(""),
	description: z
		.string()
		.max(MAX_MARKDOWN_LENGTH, "field.tooLong")
		.transform(cleanText)
		.default(""),
});

const hours = {
	opens: optional(z.string().refine(isTime, "field.time")),
	closes: optional(z.string().refine(isTime, "field.time")),
};

const openingHours = z.strictObject({
	week: z
		.partialRecord(
			z.enum(["1", "2", "3", "4", "5", "6", "7"], "field.choose"),
			z.strictObject(hours),
		)
		.default({}),
	dates: z
		.array(z.strictObject({ date: optional(z.string().refine(isDate, "field.date")), ...hours }))
		.max(MAX_HOURS_DATES, "field.tooMany")
		.default([]),
});

const programmeItem = z.strictObject({
	day: z.preprocess(
		(value) => (value === "" || value === undefined ? 1 : value),
		countInput("field.number").pipe(
			z.number().min(1, "field.number").max(MAX_EVENT_DAYS, "field.number"),
		),
	),
	startTime: optional(z.string().refine(isTime, "field.time")),
	endTime: optional(z.string().refine(isTime, "field.time")),
	titles: z
		.record(
			z.string().refine((tag): boolean => isLanguage(tag), "field.choose"),
			line(MAX_TITLE_LENGTH),
		)
		.refine((titles) => Object.keys(titles).length <= MAX_TEXTS, "field.tooMany")
		.default({}),
	/** Typed one a line: name, then a comma and the role. */
	speakers: z
		.string()
		.max(4_000, "field.tooLong")
		.default("")
		.transform(speakersOf)
		.refine((speakers) => speakers.length <= MAX_SPEAKERS, "field.tooMany")
		.refine(
			(speakers) => speakers.every(({ name, role }) => name.length <= 120 && role.length <= 200),
			"field.tooLong",
		),
});

/** A share of a side, as people count: 0 to 100 %. */
const share = numberInput("field.percent")
	.pipe(z.number().min(0, "field.percent").max(100, "field.percent"))
	.transform((percent) => percent / 100);

const picture = z.strictObject({
	id: z.uuid("field.choose"),
	credit: line(200).default(""),
	licence: optional(z.enum(LICENCES, "field.choose")),
	alt: z
		.record(
			z.string().refine((tag): boolean => isLanguage(tag), "field.choose"),
			line(300),
		)
		.refine((alt) => Object.keys(alt).length <= MAX_TEXTS, "field.tooMany")
		.default({}),
	focus: z
		.strictObject({ x: optional(share), y: optional(share) })
		.transform(({ x, y }) => (x === null && y === null ? null : { x: x ?? 0.5, y: y ?? 0.5 }))
		.nullable()
		.default(null),
});

/**
 * What an organiser types, as a draft: anything may be missing, nothing may be malformed beyond repair.
 * Addresses (e-mail, links) are kept as typed and judged on submission, so that half a word can be saved.
 * Message keys are under `errors` in the interface texts.
 */
export const draftContent = z.strictObject({
	type: optional(z.enum(EVENT_TYPES, "field.choose")),
	attendanceMode: z.enum(ATTENDANCE_MODES, "field.choose").default("in_person"),
	timing: z.enum(TIMINGS, "field.choose").default("timed"),
	startDate: optional(z.string().refine(isDate, "field.date")),
	endDate: optional(z.string().refine(isDate, "field.date")),
	startTime: optional(z.string().refine(isTime, "field.time")),
	endTime: optional(z.string().refine(isTime, "field.time")),
	startDisambiguation: optional(z.enum(["earlier", "later"], "field.choose")),
	endDisambiguation: optional(z.enum(["earlier", "later"], "field.choose")),
	cityGeonameId: optional(
		numberInput("field.choose").pipe(
			z.number().int("field.choose").positive("field.choose").max(2_147_483_647, "field.choose"),
		),
	),
	cityName: optional(line(100)),
	country: optional(z.string().refine(isCountry, "field.choose")),
	timezone: optional(z.string().max(64, "field.tooLong").refine(isZone, "field.choose")),
	venueName: optional(line(160)),
	address: optional(line(300)),
	lat: optional(
		numberInput("field.number").pipe(z.number().min(-90, "field.number").max(90, "field.number")),
	),
	lon: optional(
		numberInput("field.number").pipe(z.number().min(-180, "field.number").max(180, "field.number")),
	),
	onlineUrl: optional(line(500)),
	isFree: optional(yesOrNo()),
	isWheelchairAccessible: optional(yesOrNo()),
	languages: z
		.array(z.string().refine(isLanguage, "field.choose"))
		.max(20, "field.tooMany")
		.default([]),
	contactName: optional(line(120)),
	contactEmail: optional(line(254)),
	contactPhone: optional(line(40)),
	contactUrl: optional(line(500)),
	pictures: z
		.array(picture)
		.max(MAX_PICTURES, "field.tooMany")
		.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "field.choose")
		.default([]),
	programme: z.array(programmeItem).max(MAX_PROGRAMME_ITEMS, "field.tooMany").default([]),
	openingHours: openingHours.default({ week: {}, dates: [] }),
	/** Id of the event that it is part of. */
	superEventId: optional(z.uuid("field.choose")),
	/** Ids of the organisations that are to hold it too, in their order. */
	coOrganisers: z.array(z.uuid("field.choose")).max(MAX_CO_ORGANISERS, "field.tooMany").default([]),
	texts: z
		.record(
			z.string().refine((tag): boolean => isLanguage(tag), "field.choose"),
			eventText,
		)
		.refine((texts) => Object.keys(texts).length <= MAX_TEXTS, "field.tooMany")
		.default({}),
});
export type DraftContent = z.infer<typeof draftContent>;

export const createEventInput = z.strictObject({ organisationId: z.uuid() });

/** The form: what was typed, flat, and what it was filled from. */
export const saveDraftInput = draftContent.extend({
	eventId: z.uuid(),
	revisionId: z.uuid(),
	/** Version of the revision that the form was filled from; another one means that somebody saved meanwhile. */
	revisionVersion: countInput("field.number"),
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

/** So many parts are called off at once with their whole. */
export const MAX_PARTS = 50;

/** Cancels or postpones: the reason in at least one language of the event's texts. */
export const callOffInput = z
	.strictObject({
		eventId: z.uuid(),
		eventVersion: countInput("field.number"),
		kind: z.enum(CALL_OFF_ACTIONS, "field.choose"),
		/** Ids of parts that are off with it, each with its version. */
		parts: z
			.record(z.uuid(), countInput("field.number"))
			.refine((parts) => Object.keys(parts).length <= MAX_PARTS, "field.tooMany")
			.optional(),
		reasons: z
			.record(
				z.string().refine((tag): boolean => isLanguage(tag), "field.choose"),
				z
					.string()
					.max(MAX_STATUS_REASON_LENGTH, "field.tooLong")
					.transform(cleanText)
					.refine((reason) => !hasBidiControl(reason), "field.bidiControl"),
			)
			.refine((reasons) => Object.keys(reasons).length <= MAX_TEXTS, "field.tooMany"),
	})
	.check(({ value, issues }) => {
		const stated = Object.entries(value.reasons);
		if (stated.some(([, reason]) => reason.length >= 3)) return;
		const path = ["reasons", stated[0]?.[0] ?? "en"];
		issues.push({ code: "custom", message: "field.reason", input: value.reasons, path });
	});
export type CallOffInput = z.infer<typeof callOffInput>;

export const eventVersionInput = z.strictObject({
	eventId: z.uuid(),
	eventVersion: countInput("field.number"),
});
