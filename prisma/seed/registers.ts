import { hasSilenceHistory, setMinuteOfSilence } from "@/lib/calendar/minutes-of-silence";
import { invalidateTags } from "@/lib/calendar/tags";
import { inTransaction } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { findCityByName } from "@/lib/places/gazetteer";
import { REGISTERS_TAG } from "@/lib/registers/tags";
import type { Rows } from "./rows";

/** Adds the memorials and recognitions that are not there yet. @returns how many were added */
export async function importRegisters({
	memorials,
	recognitions,
}: Pick<Rows, "memorials" | "recognitions">): Promise<number> {
	const memorialData = memorials.map((row) => {
		const city = row.city ? findCityByName(row.city, row.country) : null;
		return {
			id: row.id,
			country: row.country,
			city: row.city,
			place: row.place,
			kind: row.kind,
			yearUnveiled: row.year_unveiled,
			dateUnveiled: toDateColumn(row.date_unveiled),
			note: row.note,
			sourceUrl: row.source_url,
			otherSources: row.other_sources,
			lat: city?.lat ?? null,
			lon: city?.lon ?? null,
		};
	});
	const recognitionData = recognitions.map((row) => ({
		id: row.id,
		scope: row.scope,
		country: row.country,
		body: row.body,
		date: row.date,
		datePrecision: row.date_precision,
		kind: row.kind,
		says: row.says,
		evidence: row.evidence,
		sourceUrl: row.source_url,
		otherSources: row.other_sources,
		note: row.note,
	}));
	return inTransaction(async (tx) => {
		const added = [
			await tx.memorial.createMany({ data: memorialData, skipDuplicates: true }),
			await tx.recognition.createMany({ data: recognitionData, skipDuplicates: true }),
		];
		const total = added.reduce((sum, { count }) => sum + count, 0);
		if (total > 0) await invalidateTags(tx, [REGISTERS_TAG]);
		return total;
	});
}

/** Observed throughout Azerbaijan, as its state news agency reports each year. Other countries: only what an operator sets. */
const SILENCE_IN_AZERBAIJAN = {
	country: "AZ",
	time: "17:00",
	sourceUrl: "https://special.azertag.az/en/xeber/1722309",
};

/** Sets the one minute of silence that is known, unless the operator has ever decided on it. @returns how many were set */
export async function importSilence(now: Date): Promise<number> {
	if (await hasSilenceHistory(SILENCE_IN_AZERBAIJAN.country)) return 0;
	await inTransaction((tx) => setMinuteOfSilence(tx, SILENCE_IN_AZERBAIJAN, now));
	return 1;
}
