import { definePublicRoute } from "@/app/define-route";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import { readMap } from "@/lib/calendar/map";
import { selectEvents } from "@/lib/calendar/select-events";
import { mapQuery } from "./map-parameters";
import { withWords } from "./map-words";

export const dynamic = "force-dynamic";

/** Published events under the calendar's filters as GeoJSON, gathered for a map of a box at a zoom. */
export const GET = definePublicRoute({
	name: "api.map",
	cors: true,
	async run({ request, url }) {
		const { bbox, zoom, lang, ...filters } = readParameters(url, mapQuery);
		const selection = await selectEvents(filters);
		const version = { count: selection.places.length, lastModified: selection.lastModified };
		const etag = entityTagOf(request, version);
		const known = notModified(request, etag, version);
		if (known) return known;
		const answer = await readMap(selection, { box: bbox, zoom, locale: lang });
		return Response.json(await withWords(answer, lang), {
			headers: { ...validators(etag, version), "Content-Type": "application/geo+json" },
		});
	},
});
