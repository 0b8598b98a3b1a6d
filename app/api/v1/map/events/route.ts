import { definePublicRoute } from "@/app/define-route";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import { listMapEvents } from "@/lib/calendar/map";
import { selectEvents } from "@/lib/calendar/select-events";
import { mapEventsQuery } from "../map-parameters";

export const dynamic = "force-dynamic";

/** The first events of a box of the map, which stand too near for marks of their own. */
export const GET = definePublicRoute({
	name: "api.map.events",
	cors: true,
	async run({ request, url }) {
		const { bbox, lang, ...filters } = readParameters(url, mapEventsQuery);
		const selection = await selectEvents(filters);
		const version = { count: selection.places.length, lastModified: selection.lastModified };
		const now = new Date();
		// What is over goes behind what is not: the answer of another hour may be another one.
		const etag = entityTagOf(request, version, now.toISOString().slice(0, 13));
		const known = notModified(request, etag, version);
		if (known) return known;
		const answer = await listMapEvents(selection, { box: bbox, locale: lang, now });
		return Response.json(answer, { headers: validators(etag, version) });
	},
});
