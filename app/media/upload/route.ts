import { z } from "zod";
import { defineRoute } from "@/app/define-route";
import { UPLOAD_LIMIT, UPLOAD_NAME } from "@/app/media/encode-upload";
import { encodePicture, MAX_PICTURE_BYTES } from "@/lib/media/encode-picture";
import { storeMedia } from "@/lib/media/store-media";
import { can } from "@/lib/permissions/can";

const FORM_BYTES = 64 * 1024;

/** Takes a picture while the form of an event is being filled in; the form names it by the id that comes back. */
export const POST = defineRoute({
	name: UPLOAD_NAME,
	from: "form",
	maxBytes: MAX_PICTURE_BYTES + FORM_BYTES,
	limit: UPLOAD_LIMIT,
	input: z.strictObject({ organisationId: z.uuid(), picture: z.file("field.required") }),
	permission: (viewer, { organisationId }) =>
		can(viewer, { action: "event.create", organisationId }),
	prepare: ({ input }) => encodePicture(input.picture),
	run: async ({ viewer, input: { organisationId }, prepared: picture, tx, now }) =>
		storeMedia(tx, viewer, { organisationId, picture, now }),
});
