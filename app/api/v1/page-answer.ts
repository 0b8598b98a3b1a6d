import type { validators } from "@/app/validated-response";
import { env } from "@/lib/env";

type Page = { items: readonly unknown[]; nextCursor: string | null };

/** A page of a list as JSON; its header `Link` leads to the next one (RFC 8288). */
export function pageAnswer(url: URL, page: Page, headers: ReturnType<typeof validators>): Response {
	return Response.json(page, { headers: { ...headers, ...nextLink(url, page.nextCursor) } });
}

function nextLink(url: URL, cursor: string | null): Record<string, string> {
	if (cursor === null) return {};
	const query = new URLSearchParams(url.search);
	query.set("cursor", cursor);
	return { Link: `<${env().APP_URL}${url.pathname}?${query}>; rel="next"` };
}
