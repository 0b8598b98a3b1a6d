import { db } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { findCityByName } from "@/lib/places/gazetteer";
import type { Memorial, Recognition } from "./schema";

/** Every memorial of the register: by country code, then as they were unveiled, those without a year last. */
export async function listMemorials(): Promise<Memorial[]> {
	const rows = await db.memorial.findMany({
		orderBy: [
			{ country: "asc" },
			{ yearUnveiled: { sort: "asc", nulls: "last" } },
			{ dateUnveiled: { sort: "asc", nulls: "last" } },
			{ id: "asc" },
		],
		select: {
			id: true,
			country: true,
			city: true,
			place: true,
			kind: true,
			yearUnveiled: true,
			dateUnveiled: true,
			note: true,
			sourceUrl: true,
			otherSources: true,
			lat: true,
			lon: true,
		},
	});
	return rows.map(({ yearUnveiled, dateUnveiled, sourceUrl, otherSources, ...row }) => ({
		...row,
		geonameId: row.city === null ? null : (findCityByName(row.city, row.country)?.id ?? null),
		unveiled: fromDateColumn(dateUnveiled) ?? (yearUnveiled === null ? null : String(yearUnveiled)),
		sources: [sourceUrl, ...otherSources],
	}));
}

/** Every act and statement of the register in the order of its date, those without a date last. */
export async function listRecognitions(): Promise<Recognition[]> {
	const rows = await db.recognition.findMany({
		orderBy: [{ date: { sort: "asc", nulls: "last" } }, { id: "asc" }],
		select: {
			id: true,
			scope: true,
			country: true,
			body: true,
			date: true,
			kind: true,
			says: true,
			evidence: true,
			note: true,
			sourceUrl: true,
			otherSources: true,
		},
	});
	return rows.map(({ sourceUrl, otherSources, ...row }) => ({
		...row,
		sources: sourceUrl === null ? otherSources : [sourceUrl, ...otherSources],
	}));
}
