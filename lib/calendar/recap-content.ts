import { z } from "zod";

const inLanguage = z.strictObject({ locale: z.string(), text: z.string() });
export type InLanguage = z.infer<typeof inLanguage>;

/** What a version of a recap says besides numbers and pictures, as its column `content` holds it. */
export const recapContent = z.strictObject({
	/** What happened and what was shown: plain text, by language. */
	texts: z.array(inLanguage),
	books: z.array(z.string()),
	films: z.array(z.string()),
	photographs: z.array(z.string()),
	/** Press reports. */
	links: z.array(z.strictObject({ url: z.url({ protocol: /^https$/ }), title: z.string() })),
});
export type RecapContent = z.infer<typeof recapContent>;

/** A picture's descriptions, as the column `alt` holds them. */
export const recapAlt = z.array(inLanguage);

/** The same for the public row, which holds its pictures too. */
export const publicRecapContent = recapContent.extend({
	pictures: z.array(
		z.strictObject({
			id: z.uuid(),
			width: z.int(),
			height: z.int(),
			credit: z.string(),
			alt: recapAlt,
		}),
	),
});

/** How many came; equal where it is one number. */
export type AttendanceRange = { min: number; max: number };

/** A public row as PostgreSQL writes it (read-published). */
export type WrittenRecap = {
	attendanceMin: number | null;
	attendanceMax: number | null;
	content: unknown;
	publishedAt: string;
};

/** The public recap of an event. */
export function readRecap(row: WrittenRecap) {
	return {
		attendance: rangeOf(row),
		...publicRecapContent.parse(row.content),
		publishedAt: row.publishedAt,
	};
}
export type PublicRecap = ReturnType<typeof readRecap>;

/** Both numbers, or null where nobody knows. */
export function rangeOf(row: {
	attendanceMin: number | null;
	attendanceMax: number | null;
}): AttendanceRange | null {
	const { attendanceMin: min, attendanceMax: max } = row;
	return min === null || max === null ? null : { min, max };
}
