import { z } from "zod";
import { languageQuery } from "@/app/api/v1/parameters";
import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";
import { readParameters } from "@/app/query-parameters";
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
	async run({ request, url, params }) {
		const { lang } = readParameters(url, languageQuery);
		const id = z.uuid().safeParse(params.id);
		const event = id.success ? await findPublishedById(id.data) : null;
		if (!event) throw new DomainError("not_found");
		const version = { count: event.sequence, lastModified: new Date(event.publishedAt) };
		const etag = entityTagOf(request, version);
		const known = notModified(request, etag, version);
		if (known) return known;
		const answer = toApiEvent(event, { lang, origin: env().APP_URL });
		return Response.json(answer, { headers: validators(etag, version) });
	},
});

export const OPTIONS = definePublicRoute({ name: "api.event", cors: true, run: preflight });
