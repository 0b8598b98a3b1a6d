import { hasLocale } from "next-intl";
import { definePublicRoute } from "@/app/define-route";
import { readEventAddress } from "@/app/event-address";
import { feedTexts } from "@/app/feeds/feed-texts";
import { entityTagOf, notModified, validators } from "@/app/validated-response";
import { type Address, findFormerAddress } from "@/lib/calendar/event-addresses";
import { eventPath } from "@/lib/calendar/event-view";
import { findPublished } from "@/lib/calendar/queries";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { toFeedEvent } from "@/lib/feeds/from-published";
import { toICalendar } from "@/lib/feeds/icalendar";
import { LOCALES } from "@/lib/text/languages";
import { phaseOf, timingOf } from "@/lib/time/schedule";

export const dynamic = "force-dynamic";

/**
 * One event as a calendar file. Its public address is /{locale}/events/{season}/{slug}.ics
 * (rewritten in next.config.js); an event without a known day has none.
 */
export const GET = definePublicRoute({
	name: "feeds.event",
	async run({ request, params }) {
		const { locale } = params;
		const address = readEventAddress(params.season, params.slug);
		if (!address || !hasLocale(LOCALES, locale)) throw new DomainError("not_found");
		const event = await findPublished(address.season, address.slug);
		if (!event) return answerFormer(address, locale);
		if (timingOf(event.schedule) === "undated") throw new DomainError("not_found");
		const version = { count: event.sequence, lastModified: new Date(event.publishedAt) };
		const now = new Date();
		const phase = phaseOf(event.schedule, now);
		const etag = entityTagOf(request, version, `${event.id} ${locale} ${phase}`);
		const known = notModified(request, etag, version);
		if (known) return known;
		const feedEvent = toFeedEvent(event, { locale, origin: env().APP_URL });
		const { words } = await feedTexts(locale, {});
		return new Response(
			toICalendar([feedEvent], { name: feedEvent.title, url: feedEvent.url, ...words, now }),
			{
				headers: {
					...validators(etag, version),
					"Content-Type": "text/calendar; charset=utf-8",
					"Content-Language": locale,
					"Content-Disposition": `attachment; filename="${address.slug}.ics"`,
				},
			},
		);
	},
});

/** Calendar programs learn the present address, or that the event was withdrawn (410). */
async function answerFormer(address: Address, locale: string): Promise<Response> {
	const former = await findFormerAddress(address);
	if (!former) throw new DomainError("not_found");
	if (!former.present) throw new DomainError("expired");
	// Without the host, which a visitor may have made up.
	const Location = `/${locale}${eventPath(former.present)}.ics`;
	return new Response(null, {
		status: 308,
		headers: { Location, "Cache-Control": "public, max-age=0, s-maxage=30" },
	});
}
