import type { Prisma, Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { publicRecapContent, recapAlt, recapContent } from "./recap-content";
import { CALENDAR_TAG, eventTag, invalidateTags } from "./tags";

const versionSelect = {
	attendanceMin: true,
	attendanceMax: true,
	content: true,
	pictures: {
		orderBy: { position: "asc" },
		select: { credit: true, alt: true, media: { select: { id: true, width: true, height: true } } },
	},
} satisfies Prisma.RecapVersionSelect;

type Address = { season: number | null; slug: string };

/**
 * Copies an approved version of a recap into the public read model, replacing what was there, in the deciding
 * transaction. The event counts as changed, so that feeds and the open interface answer anew.
 * @returns the address of the event @throws DomainError not_found; illegal_transition (the event is not public, or off)
 */
export async function publishRecap(
	tx: Tx,
	{ eventId, versionId, now }: { eventId: string; versionId: string; now: Date },
): Promise<Address> {
	const event = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: { season: true, slug: true, status: true },
	});
	if (event?.status !== "scheduled" && event?.status !== "rescheduled")
		throw new DomainError("illegal_transition");
	const version = await tx.recapVersion.findFirst({
		where: { id: versionId, eventId },
		select: versionSelect,
	});
	if (!version) throw new DomainError("not_found");
	const { pictures, attendanceMin, attendanceMax } = version;
	const content = publicRecapContent.parse({
		...recapContent.parse(version.content),
		pictures: pictures.map(({ media, credit, alt }) => ({
			...media,
			credit,
			alt: recapAlt.parse(alt),
		})),
	});
	const data = { versionId, attendanceMin, attendanceMax, content, publishedAt: now };
	await tx.publishedRecapPicture.deleteMany({ where: { eventId } });
	await tx.publishedRecap.upsert({
		where: { eventId },
		create: { ...data, eventId },
		update: data,
		select: { eventId: true },
	});
	await tx.publishedRecapPicture.createMany({
		data: pictures.map(({ media }) => ({ eventId, mediaId: media.id })),
	});
	await markChanged(tx, eventId, { address: event, now });
	return { season: event.season, slug: event.slug };
}

/** Takes a recap out of the public calendar; null where there is none. @returns the address of the event */
export async function unpublishRecap(
	tx: Tx,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<Address | null> {
	const { count } = await tx.publishedRecap.deleteMany({ where: { eventId } });
	if (count === 0) return null;
	const address = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: { season: true, slug: true },
	});
	await markChanged(tx, eventId, { address, now });
	return address;
}

async function markChanged(
	tx: Tx,
	eventId: string,
	{ address, now }: { address: Address; now: Date },
): Promise<void> {
	await tx.publishedEvent.update({
		where: { id: eventId },
		data: { publishedAt: now },
		select: { id: true },
	});
	await invalidateTags(tx, [CALENDAR_TAG, eventTag(address.season, address.slug)]);
}
