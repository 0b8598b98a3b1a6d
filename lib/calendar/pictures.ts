import type { Prisma } from "@/lib/db/client";
import { isLicence, type Licence } from "@/lib/media/licences";

/** Of one event. */
export const MAX_PICTURES = 10;

/** What stays in sight where a picture is cropped: shares of its width and height from the left and top, 0 to 1. */
export type Focus = { x: number; y: number };

/** A picture of an event as its organiser describes it. */
export type Picture = {
	/** Of the media. */
	id: string;
	/** Pixels of the largest file. */
	width: number;
	height: number;
	/** Who took it; "" where nobody was asked yet. */
	credit: string;
	/** Null where nobody was asked yet. */
	licence: Licence | null;
	/** Description by language (BCP 47). */
	alt: Readonly<Record<string, string>>;
	/** Null: the middle. */
	focus: Focus | null;
};

/** The rows of a revision's or a published event's pictures, in their order. */
export const picturesSelect = {
	orderBy: { position: "asc" },
	select: {
		mediaId: true,
		credit: true,
		licence: true,
		alt: true,
		focusX: true,
		focusY: true,
		media: { select: { width: true, height: true } },
	},
} satisfies Prisma.EventRevision$picturesArgs & Prisma.PublishedEvent$picturesArgs;

type Row = Prisma.RevisionPictureGetPayload<typeof picturesSelect>;

/** A row as a plain value. */
export function toPicture({ mediaId, media, credit, licence, alt, focusX, focusY }: Row): Picture {
	return {
		id: mediaId,
		width: media.width,
		height: media.height,
		credit,
		licence: isLicence(licence) ? licence : null,
		// The column holds only what `draftContent` accepted.
		alt: alt as Record<string, string>,
		focus: focusX === null || focusY === null ? null : { x: focusX, y: focusY },
	};
}

/** The columns of a row that follow from what a picture says; `position` is its place among them. */
export function pictureColumns(
	{ id, credit, licence, alt, focus }: Omit<Picture, "width" | "height">,
	position: number,
) {
	const stated = Object.entries(alt).filter(([, text]) => text !== "");
	return {
		mediaId: id,
		position,
		credit,
		licence,
		alt: Object.fromEntries(stated),
		focusX: focus?.x ?? null,
		focusY: focus?.y ?? null,
	};
}

/** Its descriptions as texts, for `bestText`. */
export function altsOf({ alt }: Pick<Picture, "alt">): { locale: string; text: string }[] {
	return Object.entries(alt)
		.filter(([, text]) => text !== "")
		.map(([locale, text]) => ({ locale, text }));
}

/** The focus as CSS writes it. */
export function objectPosition(focus: Focus | null): string | undefined {
	return focus ? `${percent(focus.x)}% ${percent(focus.y)}%` : undefined;
}

/** A share of 1 in whole percent. */
export function percent(share: number): number {
	return Math.round(share * 100);
}
