import sharp from "sharp";
import { inTransaction } from "@/lib/db/client";
import type { DraftContent } from "@/lib/events/schema";
import { encodePicture } from "@/lib/media/encode-picture";
import { storeMedia } from "@/lib/media/store-media";
import type { MadeOrganisation } from "./organisations";
import { makeMedia } from "./recaps";

/** A described picture of the organisation, as a form states it; there is its row, and no file. */
export async function makePicture(
	organisation: MadeOrganisation,
	said: Partial<DraftContent["pictures"][number]> = {},
): Promise<DraftContent["pictures"][number]> {
	return {
		id: await makeMedia(organisation),
		credit: "Press office",
		licence: "CC-BY-4.0",
		alt: { en: "Candles" },
		focus: null,
		...said,
	};
}

/** A described picture with its files in `UPLOAD_DIR`: a plain one of this colour. */
export async function makeStoredPicture(
	organisation: MadeOrganisation,
	background: string,
	said: Partial<DraftContent["pictures"][number]> = {},
): Promise<DraftContent["pictures"][number]> {
	const plain = { create: { width: 900, height: 600, channels: 3, background } } as const;
	const file = new Blob([new Uint8Array(await sharp(plain).jpeg().toBuffer())]);
	const picture = await encodePicture(file);
	const { id } = await inTransaction((tx) =>
		storeMedia(tx, organisation.owner, {
			organisationId: organisation.id,
			picture,
			now: new Date(),
		}),
	);
	return {
		credit: "Press office",
		licence: "CC-BY-4.0",
		alt: { en: "Candles" },
		focus: null,
		...said,
		id,
	};
}
