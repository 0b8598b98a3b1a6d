import { noQuery } from "@/app/api/v1/parameters";
import { readParameters } from "@/app/query-parameters";
import { entityTagOf, notModified, validators } from "@/app/validated-response";

/** A whole register as JSON (they are short), or 304 when the asker has just this. @throws DomainError invalid (any parameter) */
export function answerRegister(request: Request, url: URL, items: readonly unknown[]): Response {
	readParameters(url, noQuery);
	const version = { count: items.length, lastModified: null };
	const etag = entityTagOf(request, version, JSON.stringify(items));
	return (
		notModified(request, etag, version) ??
		Response.json({ items, nextCursor: null }, { headers: validators(etag, version) })
	);
}
