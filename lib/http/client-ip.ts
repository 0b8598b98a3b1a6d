import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

const STAMP = "x-february-client-ip";
const IPV6_NETWORK_BITS = 64;
const IPV6_PARTS_IN_NETWORK = 4;

/**
 * The client's address behind `trustedProxies` proxies: each of them appended what it saw to
 * X-Forwarded-For, so only the last entries can be believed. Null when nothing usable is there.
 * @param socketAddress address of the other end of the connection.
 */
export function clientIp(
	forwardedFor: string | null,
	socketAddress: string | null,
	trustedProxies: number,
): string | null {
	const claimed = (forwardedFor ?? "")
		.split(",")
		.map((part) => part.trim())
		.filter(Boolean);
	const chain = [...claimed, ...(socketAddress ? [socketAddress] : [])];
	const address = chain[Math.max(chain.length - 1 - trustedProxies, 0)];
	return address && ipaddr.isValid(address) ? ipaddr.process(address).toString() : null;
}

/** What rate limits count: an IPv4 address, or the /64 network that one IPv6 customer has. */
export function ipKey(ip: string | null): string {
	if (ip === null || !ipaddr.isValid(ip)) return "unknown";
	const address = ipaddr.process(ip);
	if (address.kind() === "ipv4") return address.toString();
	const network = (address as ipaddr.IPv6).parts.slice(0, IPV6_PARTS_IN_NETWORK);
	return `${network.map((part) => part.toString(16)).join(":")}::/${IPV6_NETWORK_BITS}`;
}

const kept = globalThis as typeof globalThis & { februaryStampsIps?: boolean };

/**
 * Writes each request's client address into a header of our own, before the framework reads it:
 * route handlers see no socket, and a client can invent X-Forwarded-For.
 */
export function stampClientIps(trustedProxies: number): void {
	if (kept.februaryStampsIps) return;
	kept.februaryStampsIps = true;
	subscribe("http.server.request.start", (message) => {
		const { request } = message as { request: IncomingMessage };
		const forwarded = request.headers["x-forwarded-for"];
		const list = Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? null);
		const ip = clientIp(list, request.socket.remoteAddress ?? null, trustedProxies);
		request.headers[STAMP] = ip ?? "";
	});
}

/** The client's address of a request that `stampClientIps` has seen; null where it has not. */
export function stampedIp(headers: Headers): string | null {
	return kept.februaryStampsIps ? headers.get(STAMP) || null : null;
}
