import { z } from "zod";
import { defineRoute } from "@/app/define-route";
import { MAX_PICTURE_BYTES } from "@/lib/media/encode-picture";
import { storeMedia } from "@/lib/media/store-media";
import { can } from "@/lib/permissions/can";

const FORM_BYTES = 64 * 1024;

/** Takes a picture while the form of an event is being filled in; the form names it by the id that comes back. */
export const POST = defineRoute({
	name: "media.upload",
	from: "form",
	maxBytes: MAX_PICTURE_BYTES + FORM_BYTES,
	limit: { points: 20, seconds: 600 },
	input: z.strictObject({ organisationId: z.uuid(), picture: z.file("field.required") }),
	permission: (viewer, { organisationId }) =>
		can(viewer, { action: "event.create", organisationId }),
	run: async ({ viewer, input, tx, now }) =>
		storeMedia(tx, viewer, { organisationId: input.organisationId, file: input.picture, now }),
});
