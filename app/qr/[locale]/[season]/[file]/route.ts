import { createHash } from "node:crypto";
import { hasLocale } from "next-intl";
import { cachedEvent } from "@/app/cached-calendar";
import { definePublicRoute } from "@/app/define-route";
import { readEventAddress } from "@/app/event-address";
import { pageAddress } from "@/app/page-address";
import { eventPath } from "@/lib/calendar/event-view";
import { DomainError } from "@/lib/errors";
import { qrCodePng, qrCodeSvg } from "@/lib/media/qr-code";
import { LOCALES } from "@/lib/text/languages";

export const dynamic = "force-dynamic";

/** The address of an event's page as a QR code: /qr/{locale}/{season}/{slug}.svg and .png. */
export const GET = definePublicRoute({
	name: "qr.event",
	run: async ({ request, params }) => {
		const { locale, season, file } = params;
		const [, slug, format] = /^([a-z0-9-]+)\.(svg|png)$/.exec(String(file)) ?? [];
		const address = readEventAddress(season, slug);
		if (!address || !hasLocale(LOCALES, locale)) throw new DomainError("not_found");
		const event = await cachedEvent(address.season, address.slug);
		if (!event) throw new DomainError("not_found");
		const url = pageAddress(locale, eventPath(event));
		const headers = {
			ETag: `"${createHash("sha256").update(url).digest("base64url").slice(0, 12)}-${format}"`,
			"Cache-Control": "public, max-age=3600, s-maxage=60",
		};
		if (request.headers.get("if-none-match")?.includes(headers.ETag))
			return new Response(null, { status: 304, headers });
		return format === "svg"
			? new Response(qrCodeSvg(url), { headers: { ...headers, "Content-Type": "image/svg+xml" } })
			: new Response(new Uint8Array(await qrCodePng(url)), {
					headers: { ...headers, "Content-Type": "image/png" },
				});
	},
});
