import { z } from "zod";
import { isLanguage } from "@/lib/text/languages";
import { countInput } from "@/lib/text/number-input";
import { cleanLine, cleanText, hasBidiControl } from "@/lib/text/plain";
import { MAX_TEXTS } from "./schema";

export const MAX_RECAP_PICTURES = 5;
export const MAX_RECAP_LINKS = 5;
export const MAX_RECAP_TEXT_LENGTH = 3000;
export const MAX_SHOWN = 30;
const MAX_ATTENDANCE = 10_000_000;
const MAX_SHOWN_LENGTH = 200;

function plainLine(max: number) {
	return z
		.string()
		.max(max, "field.tooLong")
		.transform(cleanLine)
		.refine((typed) => !hasBidiControl(typed), "field.bidiControl");
}

function byLanguage<Schema extends z.ZodType>(text: Schema) {
	return z
		.record(
			z.string().refine((tag): boolean => isLanguage(tag), "field.choose"),
			text,
		)
		.refine((texts) => Object.keys(texts).length <= MAX_TEXTS, "field.tooMany");
}

/** One thing a line, as a list. */
const shown = z
	.string()
	.max(MAX_SHOWN * (MAX_SHOWN_LENGTH + 1), "field.tooLong")
	.refine((typed) => !hasBidiControl(typed), "field.bidiControl")
	.transform((typed) =>
		typed
			.split(/\r\n?|\n/)
			.map(cleanLine)
			.filter(Boolean),
	)
	.pipe(z.array(z.string().max(MAX_SHOWN_LENGTH, "field.tooLong")).max(MAX_SHOWN, "field.tooMany"))
	.default([]);

const attendance = z
	.preprocess(
		(typed) => (typed === "" ? null : typed),
		countInput("recap.number").pipe(z.number().max(MAX_ATTENDANCE, "recap.number")).nullable(),
	)
	.default(null);

const alt = byLanguage(plainLine(300)).default({});

const picture = z.strictObject({ credit: plainLine(200), alt }).check(({ value, issues }) => {
	for (const issue of pictureIssues(value)) issues.push({ ...issue, input: value });
});

/** Address and title of a press report; a row left empty is none. */
const link = z
	.strictObject({
		url: z.string().max(500, "field.tooLong").transform(cleanLine),
		title: plainLine(200),
	})
	.check(({ value, issues }) => {
		if (value.url === "" && value.title === "") return;
		// Without the slashes a browser would take it for a path of this site.
		if (!/^https:\/\//i.test(value.url) || !URL.canParse(value.url))
			issues.push({ code: "custom", message: "field.url", input: value, path: ["url"] });
		if (value.title === "")
			issues.push({ code: "custom", message: "field.required", input: value, path: ["title"] });
	});

const newPicture = z.strictObject({
	file: z.file("field.pictureKind").optional(),
	credit: plainLine(200).default(""),
	alt,
	/** Those who can be recognised have agreed, or the gathering was public and shown as such. */
	consent: z.literal("on").optional(),
});

/** The form of a recap: what was typed, at most one new picture, and which button was pressed. */
export const recapFormInput = z
	.strictObject({
		eventId: z.uuid(),
		/** Version of the recap that the form was filled from; 0 while there is none. */
		recapVersion: countInput("field.number"),
		intent: z.union([
			z.enum(["save", "add_picture", "submit"]),
			z.templateLiteral(["remove_picture.", z.uuid()]),
		]),
		attendanceMin: attendance,
		attendanceMax: attendance,
		texts: byLanguage(
			z
				.string()
				.max(MAX_RECAP_TEXT_LENGTH, "field.tooLong")
				.transform(cleanText)
				.refine((text) => !hasBidiControl(text), "field.bidiControl"),
		).default({}),
		books: shown,
		films: shown,
		photographs: shown,
		links: z.array(link).max(MAX_RECAP_LINKS, "field.tooMany").default([]),
		/** The pictures that are there, by id. */
		pictures: z.record(z.uuid(), picture).default({}),
		newPicture: newPicture.prefault({}),
	})
	.check(({ value, issues }) => {
		const { attendanceMin: min, attendanceMax: max, newPicture: added, intent } = value;
		if (min === null && max !== null)
			issues.push({
				code: "custom",
				message: "field.required",
				input: min,
				path: ["attendanceMin"],
			});
		if (min !== null && max !== null && max < min)
			issues.push({ code: "custom", message: "recap.range", input: max, path: ["attendanceMax"] });
		if (!added.file) {
			if (intent !== "add_picture") return;
			const path = ["newPicture", "file"];
			issues.push({ code: "custom", message: "recap.file", input: undefined, path });
			return;
		}
		for (const issue of pictureIssues(added))
			issues.push({ ...issue, input: added, path: ["newPicture", ...issue.path] });
		if (added.consent !== "on") {
			const path = ["newPicture", "consent"];
			issues.push({ code: "custom", message: "recap.consent", input: added.consent, path });
		}
	});
export type RecapFormInput = z.infer<typeof recapFormInput>;

export const recapVersionInput = z.strictObject({
	eventId: z.uuid(),
	eventVersion: countInput("field.number"),
});

function pictureIssues({ credit, alt }: { credit: string; alt: Record<string, string> }) {
	const issues: { code: "custom"; message: string; path: string[] }[] = [];
	if (credit === "") issues.push({ code: "custom", message: "field.required", path: ["credit"] });
	if (Object.values(alt).every((text) => text === "")) {
		const path = ["alt", Object.keys(alt)[0] ?? "en"];
		issues.push({ code: "custom", message: "field.pictureAlt", path });
	}
	return issues;
}
