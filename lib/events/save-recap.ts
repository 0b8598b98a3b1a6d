import { type RecapContent, recapAlt } from "@/lib/calendar/recap-content";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { Viewer } from "@/lib/permissions/viewer";
import { MAX_RECAP_PICTURES, type RecapFormInput } from "./recap-schema";
import { transitionRecap } from "./transition-recap";

/** A picture of a version, as its row has it. */
type Picture = {
	mediaId: string;
	credit: string;
	alt: RecapContent["texts"];
	consentById: string;
	consentAt: Date;
};

/**
 * Saves the form as the draft of the recap. After a submission that is a new version, and what was submitted stays as
 * it was. The viewer answers for the consent to a new picture (`mediaId`), which belongs to the organisation already.
 * @throws DomainError as `transitionRecap` does; invalid (a picture that the recap does not have, or a sixth one)
 */
export async function saveRecap(
	tx: Tx,
	viewer: Viewer,
	{ input, mediaId, now }: { input: RecapFormInput; mediaId: string | null; now: Date },
): Promise<{ version: number; versionId: string }> {
	const { eventId, attendanceMin, attendanceMax } = input;
	const { actor, before, version } = await transitionRecap(tx, viewer, {
		eventId,
		action: "edit",
		expectedVersion: input.recapVersion,
		now,
	});
	const pictures = typedPictures(input, await picturesOf(tx, before.latestId));
	if (mediaId !== null) {
		const { credit, alt } = input.newPicture;
		const consent = { consentById: actor.id, consentAt: now };
		pictures.push({ mediaId, credit, alt: stated(alt), ...consent });
	}
	if (pictures.length > MAX_RECAP_PICTURES)
		throw new DomainError("invalid", { fields: { "newPicture.file": "field.tooMany" } });
	const data = {
		attendanceMin,
		attendanceMax: attendanceMax ?? attendanceMin,
		content: contentOf(input),
	};
	const versionId = await writeDraft(tx, {
		eventId,
		latestId: before.latestId,
		authorId: actor.id,
		data,
		now,
	});
	await tx.recapPicture.deleteMany({ where: { versionId } });
	await tx.recapPicture.createMany({
		data: pictures.map((picture, position) => ({ ...picture, versionId, position })),
	});
	return { version, versionId };
}

async function writeDraft(
	tx: Tx,
	{
		eventId,
		latestId,
		authorId,
		data,
		now,
	}: {
		eventId: string;
		latestId: string | null;
		authorId: string;
		data: { attendanceMin: number | null; attendanceMax: number | null; content: RecapContent };
		now: Date;
	},
): Promise<string> {
	if (latestId !== null) {
		const { count } = await tx.recapVersion.updateMany({
			where: { id: latestId, submittedAt: null },
			data: { ...data, authorId },
		});
		if (count > 0) return latestId;
	}
	const newest = await tx.recapVersion.aggregate({ where: { eventId }, _max: { number: true } });
	const { id } = await tx.recapVersion.create({
		data: { ...data, eventId, authorId, number: (newest._max.number ?? 0) + 1, createdAt: now },
		select: { id: true },
	});
	await tx.recap.update({
		where: { eventId },
		data: { latestId: id },
		select: { eventId: true },
	});
	return id;
}

async function picturesOf(tx: Tx, versionId: string | null): Promise<Picture[]> {
	if (versionId === null) return [];
	const rows = await tx.recapPicture.findMany({
		where: { versionId },
		orderBy: { position: "asc" },
		select: { mediaId: true, credit: true, alt: true, consentById: true, consentAt: true },
	});
	return rows.map((row) => ({ ...row, alt: recapAlt.parse(row.alt) }));
}

/** The pictures that are there with what was typed about them, without the one that is to go. */
function typedPictures(input: RecapFormInput, known: readonly Picture[]): Picture[] {
	const ids = new Set(known.map(({ mediaId }) => mediaId));
	if (Object.keys(input.pictures).some((id) => !ids.has(id)))
		throw new DomainError("invalid", { fields: { pictures: "field.choose" } });
	return known
		.filter(({ mediaId }) => input.intent !== `remove_picture.${mediaId}`)
		.map((picture) => {
			const typed = input.pictures[picture.mediaId];
			return typed ? { ...picture, credit: typed.credit, alt: stated(typed.alt) } : picture;
		});
}

function contentOf({ texts, books, films, photographs, links }: RecapFormInput): RecapContent {
	return {
		texts: stated(texts),
		books,
		films,
		photographs,
		links: links.filter(({ url }) => url !== ""),
	};
}

function stated(texts: Record<string, string>): RecapContent["texts"] {
	return Object.entries(texts)
		.filter(([, text]) => text !== "")
		.map(([locale, text]) => ({ locale, text }));
}
