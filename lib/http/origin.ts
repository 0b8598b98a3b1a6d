import { DomainError } from "@/lib/errors";

/**
 * Refuses a change of data that does not come from our own pages: `Origin` must be present and
 * equal to the origin of APP_URL, whatever Host and X-Forwarded-Host say.
 * @throws DomainError `bad_origin`
 */
export function assertSameOrigin(origin: string | null, appUrl: string): void {
	if (origin === null || origin !== new URL(appUrl).origin) throw new DomainError("bad_origin");
}
