import { languageQuery } from "@/app/api/v1/parameters";
import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import { listCountrySeasons } from "@/lib/calendar/country-seasons";
import { calendarVersion } from "@/lib/calendar/queries";
import { env } from "@/lib/env";
import { toApiCountry } from "@/lib/feeds/api-country";

export const dynamic = "force-dynamic";

/** The countries that have events, with their numbers by season; all of them at once. */
export const GET = definePublicRoute({
	name: "api.countries",
	cors: true,
	async run({ request, url }) {
		const { lang } = readParameters(url, languageQuery);
		const version = await calendarVersion({});
		const etag = entityTagOf(request, version);
		const known = notModified(request, etag, version);
		if (known) return known;
		const origin = env().APP_URL;
		const items = (await listCountrySeasons()).map((country) =>
			toApiCountry(country, { lang, origin }),
		);
		return Response.json({ items, nextCursor: null }, { headers: validators(etag, version) });
	},
});

export const OPTIONS = definePublicRoute({ name: "api.countries", cors: true, run: preflight });
