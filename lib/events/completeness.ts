import { z } from "zod";
import type { FieldErrors } from "@/lib/errors";
import { hasBidiControl } from "@/lib/text/plain";
import { validateSchedule } from "@/lib/time/validate-schedule";
import { checkHours } from "./check-hours";
import { checkProgramme } from "./check-programme";
import type { RevisionContent } from "./revision";
import type { DraftContent } from "./schema";

const httpUrl = z.url({ protocol: /^https?$/ });
const email = z.email();

/**
 * What still keeps a draft from being submitted, as message keys (under `errors`) by field of the form; {} when nothing does.
 * Events of the archive (`datePrecision` year or unknown) need no day.
 */
export function checkComplete(content: RevisionContent, now: Date): FieldErrors {
	return {
		...(content.type === null ? { type: "field.choose" } : {}),
		...checkTexts(content),
		...checkTime(content, now),
		...checkPlace(content),
		...checkAddresses(content),
		...checkMode(content),
		...checkProgramme(content),
		...checkHours(content),
		...checkPictures(content),
	};
}

/** The form asks for a venue or for a link by the mode; whatever else came to hold the other one would show it in public. */
function checkMode(content: RevisionContent): FieldErrors {
	const unheld = {
		in_person: { fields: ["onlineUrl"], key: "field.linkInPerson" },
		online: {
			fields: ["venueName", "address", "lat", "lon", "isWheelchairAccessible"],
			key: "field.venueOnline",
		},
		mixed: { fields: [], key: "" },
	} as const;
	const { fields, key } = unheld[content.attendanceMode];
	const held = fields.filter((field) => content[field] !== null);
	return Object.fromEntries(held.map((field) => [field, key]));
}

/** What the form says that a stored draft no longer shows: a start was promised but not given. */
export function checkForm(content: Pick<DraftContent, "timing" | "startTime">): FieldErrors {
	return content.timing === "timed" && content.startTime === null
		? { startTime: "field.startTime" }
		: {};
}

function checkTexts(content: RevisionContent): FieldErrors {
	const errors: FieldErrors = {};
	const written = writtenTexts(content);
	if (written.length === 0) {
		const locale = content.texts[0]?.locale ?? "en";
		errors[`texts.${locale}.title`] = "field.required";
	}
	for (const text of written) {
		if (text.title.length < 3) errors[`texts.${text.locale}.title`] = "field.required";
		else if (hasBidiControl(text.title)) errors[`texts.${text.locale}.title`] = "field.bidiControl";
	}
	return errors;
}

function writtenTexts({ texts }: RevisionContent): RevisionContent["texts"] {
	return texts.filter((text) => text.title !== "" || text.description !== "");
}

/** Each picture says who took it, what may be done with it, and what can be seen, in each language of the texts. */
function checkPictures(content: RevisionContent): FieldErrors {
	const errors: FieldErrors = {};
	const locales = writtenTexts(content).map(({ locale }) => locale);
	for (const [index, { credit, licence, alt }] of content.pictures.entries()) {
		for (const locale of locales) {
			if (!alt[locale]) errors[`pictures.${index}.alt.${locale}`] = "field.pictureAlt";
		}
		if (credit === "") errors[`pictures.${index}.credit`] = "field.required";
		if (licence === null) errors[`pictures.${index}.licence`] = "field.choose";
	}
	return errors;
}

function checkTime(content: RevisionContent, now: Date): FieldErrors {
	const { schedule } = content;
	if (schedule.timezone === "") return { timezone: "field.required" };
	if (schedule.datePrecision === "day" && schedule.startDate === null)
		return { startDate: "field.required" };
	return validateSchedule(schedule, now);
}

function checkPlace(content: RevisionContent): FieldErrors {
	const errors: FieldErrors = {};
	if (content.country === null) errors.country = "field.choose";
	const isHeldSomewhere = content.attendanceMode !== "online";
	if (isHeldSomewhere && content.cityName === null && content.sourceUrl === null)
		errors.cityName = "field.required";
	return errors;
}

function checkAddresses(content: RevisionContent): FieldErrors {
	const errors: FieldErrors = {};
	for (const field of ["onlineUrl", "contactUrl"] as const) {
		if (content[field] !== null && !httpUrl.safeParse(content[field]).success)
			errors[field] = "field.url";
	}
	if (content.contactEmail !== null && !email.safeParse(content.contactEmail).success) {
		errors.contactEmail = "field.email";
	}
	if (content.contactPhone !== null && !/^\+?[\d\s()./-]{5,40}$/.test(content.contactPhone)) {
		errors.contactPhone = "field.phone";
	}
	return errors;
}
