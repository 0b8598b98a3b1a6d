import { z } from "zod";

/** As many as are decided within a few seconds. */
export const MOST_AT_ONCE = 25;

/** A submission in the version that the reviewer was shown. */
export type Chosen = { eventId: string; eventVersion: number };

const one = z
	.string()
	.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[0-9]{1,9}$/)
	.transform((text): Chosen => {
		const [eventId = "", eventVersion = ""] = text.split(".");
		return { eventId, eventVersion: Number(eventVersion) };
	});

/** `id.version`, once or several times, as an address and a form hold it; each event once. */
export const chosenInput = z
	.union([z.array(z.string()), z.string().transform((each) => [each])])
	.pipe(z.array(one).min(1, "field.choose").max(MOST_AT_ONCE, "field.tooMany"))
	.refine((chosen) => new Set(chosen.map(({ eventId }) => eventId)).size === chosen.length, {
		error: "field.invalid",
	});

/** The value of a chosen submission in a form. */
export function chosenValue({ eventId, eventVersion }: Chosen): string {
	return `${eventId}.${eventVersion}`;
}
