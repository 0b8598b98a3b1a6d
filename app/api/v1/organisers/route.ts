import { pageAnswer } from "@/app/api/v1/page-answer";
import { organisersQuery } from "@/app/api/v1/parameters";
import { cachedOrganisers } from "@/app/cached-places";
import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import type { Organiser } from "@/lib/calendar/organisers";
import { env } from "@/lib/env";
import { toApiOrganiser } from "@/lib/feeds/api-organiser";
import { hasNameWords } from "./has-name-words";
import { byName, readOrganiserCursor, writeOrganiserCursor } from "./organiser-cursor";

export const dynamic = "force-dynamic";

/** A page of the public organisers: those of listed events, and the official missions. */
export const GET = definePublicRoute({
	name: "api.organisers",
	cors: true,
	async run({ request, url }) {
		const { lang, limit, cursor, ...choice } = readParameters(url, organisersQuery);
		const from = cursor === undefined ? null : readOrganiserCursor(cursor);
		const chosen = (await cachedOrganisers())
			.filter((organiser) => isChosen(organiser, choice))
			.sort(byName)
			.filter((organiser) => from === null || byName(organiser, from) > 0);
		const found = chosen.slice(0, limit);
		const last = found.at(-1);
		const origin = env().APP_URL;
		const page = {
			items: found.map((organiser) => toApiOrganiser(organiser, { lang, origin })),
			nextCursor: chosen.length > limit && last ? writeOrganiserCursor(last) : null,
		};
		const version = { count: page.items.length, lastModified: null };
		const etag = entityTagOf(request, version, JSON.stringify(page));
		return notModified(request, etag, version) ?? pageAnswer(url, page, validators(etag, version));
	},
});

export const OPTIONS = definePublicRoute({ name: "api.organisers", cors: true, run: preflight });

type Choice = { q?: string; country?: string; kind?: Organiser["kind"] };

/** `country` is that of the seat or one that the mission covers; every word of `q` begins some word of the name. */
function isChosen({ name, country, covers, kind }: Organiser, choice: Choice): boolean {
	if (choice.kind && choice.kind !== kind) return false;
	if (choice.country && choice.country !== country && !covers.includes(choice.country))
		return false;
	return hasNameWords(name, choice.q ?? "");
}
