import { z } from "zod";
import { audit } from "@/lib/audit/audit";
import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { isCountry } from "@/lib/places/countries";
import { isTime } from "@/lib/time/wall-time";
import { CALENDAR_TAG, invalidateTags } from "./tags";

/**
 * When a country observes the minute of silence on 26 February: by its ISO code, at a wall time in each of its zones,
 * and where one can read that it does.
 */
export const minuteOfSilence = z.strictObject({
	country: z.string().refine(isCountry, "field.choose"),
	time: z.string().refine(isTime, "field.time"),
	sourceUrl: z
		.url({ protocol: /^https$/, error: "field.url" })
		.max(500, "field.tooLong")
		.nullable(),
});
export type MinuteOfSilence = z.infer<typeof minuteOfSilence>;

/** The minutes of silence that the operator has set, by country code. */
export async function listMinutesOfSilence(): Promise<MinuteOfSilence[]> {
	return db.minuteOfSilence.findMany({
		orderBy: { country: "asc" },
		select: { country: true, time: true, sourceUrl: true },
	});
}

/**
 * Sets or changes a country's minute of silence; cached pages follow at once.
 * @param actorId null for the operator's command
 */
export async function setMinuteOfSilence(
	tx: Tx,
	{ country, ...data }: MinuteOfSilence,
	at: Date,
	actorId: string | null = null,
): Promise<void> {
	await tx.minuteOfSilence.upsert({
		where: { country },
		create: { country, ...data },
		update: data,
		select: { country: true },
	});
	await trace(tx, { action: "silence.set", country, detail: { time: data.time }, at, actorId });
}

/** Takes a country's minute of silence away. @throws DomainError not_found (none is set) */
export async function removeMinuteOfSilence(
	tx: Tx,
	country: string,
	at: Date,
	actorId: string | null = null,
): Promise<void> {
	const { count } = await tx.minuteOfSilence.deleteMany({ where: { country } });
	if (count === 0) throw new DomainError("not_found");
	await trace(tx, { action: "silence.removed", country, detail: {}, at, actorId });
}

/** True once a country's minute of silence was set or removed here, whatever it is now. */
export async function hasSilenceHistory(country: string): Promise<boolean> {
	const where = { subjectType: "country", subjectId: country };
	return (await db.auditEntry.findFirst({ where, select: { id: true } })) !== null;
}

async function trace(
	tx: Tx,
	{
		country,
		...entry
	}: Pick<Parameters<typeof audit>[1], "action" | "detail" | "at" | "actorId"> & {
		country: string;
	},
): Promise<void> {
	await audit(tx, { ...entry, subjectType: "country", subjectId: country });
	await invalidateTags(tx, [CALENDAR_TAG]);
}
