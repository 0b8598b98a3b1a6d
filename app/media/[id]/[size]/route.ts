import { definePublicRoute } from "@/app/define-route";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { DomainError } from "@/lib/errors";
import { isMediaId, PICTURE_WIDTHS, readPictureFile } from "@/lib/media/picture-files";
import { isPublicMedia, mayReadMedia } from "@/lib/media/queries";

/** The bytes never change, but an event may be withdrawn, and its picture with it: caches ask again. */
const PUBLIC = "public, max-age=3600, s-maxage=60";
const PRIVATE = "private, no-store";

/** A picture in one width (`480`, `960`, `1600`, also with `.webp`): for everyone once an event shows it in public. */
export const GET = definePublicRoute({
	name: "media.read",
	run: async ({ request, params }) => {
		const id = String(params.id);
		const width = PICTURE_WIDTHS.find(
			(each) => params.size === `${each}` || params.size === `${each}.webp`,
		);
		if (width === undefined || !isMediaId(id)) throw new DomainError("not_found");
		const isPublic = await isPublicMedia(id);
		if (!isPublic && !(await mayReadMedia(await currentViewer(), id)))
			throw new DomainError("not_found");
		const headers = {
			"Cache-Control": isPublic ? PUBLIC : PRIVATE,
			"Cross-Origin-Resource-Policy": isPublic ? "cross-origin" : "same-origin",
			"X-Content-Type-Options": "nosniff",
			ETag: `"${id}-${width}"`,
		};
		if (isPublic && request.headers.get("if-none-match") === headers.ETag) {
			return new Response(null, { status: 304, headers });
		}
		const bytes = await readPictureFile(id, width);
		if (!bytes) throw new DomainError("not_found");
		return new Response(bytes, { headers: { ...headers, "Content-Type": "image/webp" } });
	},
});
