import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { stampedIp } from "@/lib/http/client-ip";

/** What a guard needs to know of a request. */
export type RequestContext = { origin: string | null; ip: string | null; requestId: string };

/** The context of the request being answered (server actions and pages). */
export async function requestContext(): Promise<RequestContext> {
	return contextOf(await headers());
}

/** The context of a request by its headers; each call gives a new request id. */
export function contextOf(headers: Headers): RequestContext {
	return { origin: headers.get("origin"), ip: stampedIp(headers), requestId: randomUUID() };
}
