import "server-only";
import { createHash } from "node:crypto";
import { eventPreview, sitePreview } from "@/app/og/preview-words";
import { eventPath } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import { env } from "@/lib/env";
import { PREVIEW_DESIGN, PREVIEW_SIZE, type Preview } from "@/lib/media/preview";

/** A picture as `openGraph.images` names it. */
export type PreviewImage = {
	url: string;
	width: number;
	height: number;
	alt: string;
	type: string;
};

/** The picture that is drawn of an event, for the metadata of its page. */
export async function eventPreviewImage(event: Published, locale: string): Promise<PreviewImage> {
	const path = eventPath(event).replace(/^\/events/, "");
	return imageOf(`/og/${locale}${path}.png`, await eventPreview(event, locale));
}

/** The picture of every page that has none of its own. */
export async function sitePreviewImage(locale: string): Promise<PreviewImage> {
	return imageOf(`/og/${locale}.png`, await sitePreview(locale));
}

/** Changes exactly when the picture does. */
export function versionOf(preview: Preview): string {
	const said = JSON.stringify([PREVIEW_DESIGN, preview]);
	return createHash("sha256").update(said).digest("base64url").slice(0, 12);
}

function imageOf(path: string, preview: Preview): PreviewImage {
	return {
		url: `${env().APP_URL}${path}?v=${versionOf(preview)}`,
		...PREVIEW_SIZE,
		alt: [preview.title.text, ...preview.facts].join(". "),
		type: "image/png",
	};
}
