import { languageQuery } from "@/app/api/v1/parameters";
import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import { calendarFilters } from "@/lib/calendar/filters";
import { findOrganiser, findRenamedOrganiser } from "@/lib/calendar/organisers";
import { countPublished } from "@/lib/calendar/queries";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { toApiOrganiser } from "@/lib/feeds/api-organiser";

export const dynamic = "force-dynamic";

/** One public organiser; a slug that it had before leads to the present one. */
export const GET = definePublicRoute({
	name: "api.organiser",
	cors: true,
	async run({ request, url, params }) {
		const { lang } = readParameters(url, languageQuery);
		const slug = calendarFilters.shape.organiser.safeParse(params.slug).data;
		if (slug === undefined) throw new DomainError("not_found");
		const organiser = await findOrganiser(slug, await countPublished({ organiser: slug }));
		if (!organiser) return movedTo(await findRenamedOrganiser(slug), url);
		const answer = toApiOrganiser(organiser, { lang, origin: env().APP_URL });
		const version = { count: 1, lastModified: null };
		const etag = entityTagOf(request, version, JSON.stringify(answer));
		return (
			notModified(request, etag, version) ??
			Response.json(answer, { headers: validators(etag, version) })
		);
	},
});

export const OPTIONS = definePublicRoute({ name: "api.organiser", cors: true, run: preflight });

function movedTo(slug: string | null, { search }: URL): Response {
	if (slug === null) throw new DomainError("not_found");
	const location = `${env().APP_URL}/api/v1/organisers/${slug}${search}`;
	return new Response(null, { status: 308, headers: { Location: location } });
}
