import { contentColumns } from "@/lib/calendar/content-columns";
import { readHours } from "@/lib/calendar/opening-hours";
import { pictureColumns, picturesSelect, toPicture } from "@/lib/calendar/pictures";
import { readProgramme } from "@/lib/calendar/programme";
import type { Prisma, Tx } from "@/lib/db/client";

const copiedSelect = {
	...contentColumns,
	eventId: true,
	superEventId: true,
	venue: { select: { name: true, address: true, lat: true, lon: true } },
	texts: {
		select: {
			locale: true,
			title: true,
			description: true,
			statusReason: true,
			changedIn: true,
		},
	},
	pictures: picturesSelect,
	coOrganisers: { select: { organisationId: true, position: true } },
} satisfies Prisma.EventRevisionSelect;

/**
 * A new draft that says all that an earlier revision says, but for `changes`. In another event, which belongs to another
 * season, it is part of nothing.
 * @param event to which it belongs, and its number there
 */
export async function copyRevision(
	tx: Tx,
	revisionId: string,
	{
		eventId,
		number,
		authorId,
		changes,
	}: {
		eventId: string;
		number: number;
		authorId: string;
		changes: Prisma.EventRevisionUncheckedUpdateInput;
	},
): Promise<string> {
	const {
		eventId: from,
		superEventId,
		venue,
		texts,
		pictures,
		coOrganisers,
		...columns
	} = await tx.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: copiedSelect,
	});
	const copy = await tx.eventRevision.create({
		data: {
			...columns,
			programme: readProgramme(columns.programme),
			openingHours: readHours(columns.openingHours),
			superEventId: from === eventId ? superEventId : null,
			eventId,
			number,
			authorId,
			...(venue ? { venue: { create: venue } } : {}),
			texts: {
				createMany: {
					// In another event, which has fewer revisions, all of them are as old.
					data: texts.map((text) => ({ ...text, changedIn: Math.min(text.changedIn, number) })),
				},
			},
			pictures: { createMany: { data: pictures.map(toPicture).map(pictureColumns) } },
			coOrganisers: { createMany: { data: coOrganisers } },
		},
		select: { id: true },
	});
	await tx.eventRevision.update({ where: { id: copy.id }, data: changes, select: { id: true } });
	return copy.id;
}
