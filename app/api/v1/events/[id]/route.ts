import { z } from "zod";
import { definePublicRoute } from "@/app/define-route";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import { findPublishedById } from "@/lib/calendar/queries";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { toApiEvent } from "@/lib/feeds/api-event";

export const dynamic = "force-dynamic";

/** One published event. */
export const GET = definePublicRoute({
	name: "api.event",
	cors: true,
	async run({ request, params }) {
		const id = z.uuid().safeParse(params.id);
		const event = id.success ? await findPublishedById(id.data) : null;
		if (!event) throw new DomainError("not_found");
		const version = { count: event.sequence, lastModified: new Date(event.publishedAt) };
		const etag = entityTagOf(request, version);
		const known = notModified(request, etag, version);
		return (
			known ??
			Response.json(toApiEvent(event, env().APP_URL), { headers: validators(etag, version) })
		);
	},
});
