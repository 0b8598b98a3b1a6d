import { type NextRequest, NextResponse } from "next/server";
import { answerSelection } from "@/app/[locale]/(public)/events/answer-selection";
import { LOCALE_COOKIE } from "@/i18n/routing";
import { noncePolicy } from "@/lib/http/content-security-policy.js";
import { negotiateLocale } from "@/lib/http/negotiate-locale";
import { LOCALES } from "@/lib/text/languages";

const isDevelopment = process.env.NODE_ENV === "development";

/** The list, and the inner path of its selections. */
const LIST = /^\/events(?:\/selection(?:\/.*)?)?$/;

/**
 * Picks the language of an address without one, finds the cached page of a selection of events and gives pages
 * rendered per request their nonce. It guards nothing: every page, action and handler asks `lib/permissions` itself.
 */
export function proxy(request: NextRequest): NextResponse {
	const { pathname } = request.nextUrl;
	const locale = LOCALES.find(
		(each) => pathname === `/${each}` || pathname.startsWith(`/${each}/`),
	);
	if (!locale) return redirectToLanguage(request);
	const path = pathname.slice(locale.length + 1);
	return LIST.test(path)
		? answerSelection(request, { locale, path })
		: continueWithNonce(request, locale);
}

function redirectToLanguage(request: NextRequest): NextResponse {
	const locale = negotiateLocale(
		request.headers.get("accept-language"),
		request.cookies.get(LOCALE_COOKIE)?.value,
	);
	const target = new URL(request.url);
	const path = target.pathname === "/" ? "" : target.pathname.replace(/^\/+/, "/");
	target.pathname = `/${locale}${path}`;
	// Next makes this Location relative: the host that a visitor claims is never repeated.
	const response = NextResponse.redirect(target, 307);
	response.headers.set("Vary", "Accept-Language, Cookie");
	response.headers.set("Cache-Control", "private, no-store");
	return response;
}

function continueWithNonce(request: NextRequest, locale: string): NextResponse {
	const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
	const policy = noncePolicy(nonce, { isDevelopment });
	const headers = new Headers(request.headers);
	headers.set("x-nonce", nonce);
	headers.set("content-security-policy", policy);
	headers.set("x-next-intl-locale", locale);
	const response = NextResponse.next({ request: { headers } });
	response.headers.set("Content-Security-Policy", policy);
	return response;
}

// Everything but files, machine interfaces and the cached public pages, whose policy travels with the
// entry (lib/http/cache-handler.js). A new cached page must be named here, or its scripts will not run.
// The list comes here only with parameters that it knows, because each page that does takes twice as long.
export const config = {
	matcher: [
		"/((?!_next/|api/|feeds/|media/|embed(?:/|$)|[^?]*\\.[a-zA-Z0-9]+$|(?:en|az|tr|ru|de|fr|es|ar)(?:/(?:events|countries)/[^/]+/[^/]+|/(?:countries|organisers|archive)/[^/]+|/(?:events|countries|organisers|archive|about|content-rules|privacy|follow-the-sun|follow-the-sun/wall|memorials|recognitions|api))?/?$).*)",
		"/:locale(en|az|tr|ru|de|fr|es|ar)/events/selection/:query*",
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "accessible" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "attendance" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "before" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "city" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "country" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "cursor" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "free" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "from" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "language" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "near" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "month" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "organiser" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "q" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "radius" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "season" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "text" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "to" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "type" }],
		},
		{
			source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events",
			has: [{ type: "query", key: "view" }],
		},
	],
};
