import { hasLocale } from "next-intl";
import { cachedEvent } from "@/app/cached-calendar";
import { definePublicRoute } from "@/app/define-route";
import { readEventAddress } from "@/app/event-address";
import { answerPreview } from "@/app/og/answer-preview";
import { eventPreview } from "@/app/og/preview-words";
import { eventTag } from "@/lib/calendar/tags";
import { DomainError } from "@/lib/errors";
import { LOCALES } from "@/lib/text/languages";

export const dynamic = "force-dynamic";

/** The picture beside links to an event: /og/{locale}/{season}/{slug}.png. */
export const GET = definePublicRoute({
	name: "og.event",
	run: async ({ request, params }) => {
		const { locale, season, file } = params;
		const slug = /^([a-z0-9-]+)\.png$/.exec(String(file))?.[1];
		const address = readEventAddress(season, slug);
		if (!address || !hasLocale(LOCALES, locale)) throw new DomainError("not_found");
		const event = await cachedEvent(address.season, address.slug);
		if (!event) throw new DomainError("not_found");
		return answerPreview(request, await eventPreview(event, locale), [
			eventTag(address.season, address.slug),
		]);
	},
});
