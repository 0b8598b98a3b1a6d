import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { type Answer, ask } from "./support/http";
import { DESK_PAGES, PUBLIC_PAGES } from "./support/pages";
import { findPublicPath } from "./support/public-path";
import { expect, sessionCookie, test } from "./support/test";

/** Whatever is asked for, in the order of the list in the design. */
async function otherAddresses(): Promise<string[]> {
	const event = await findPublicPath({ isDemo: true });
	const { id } = await db.publishedEvent.findFirstOrThrow({ select: { id: true } });
	return [
		"/",
		"/api/health",
		"/api/ready",
		"/api/v1/events?season=2020&limit=2",
		`/api/v1/events/${id}`,
		"/api/v1/events?season=never",
		"/api/v1/cities?q=mun",
		"/api/v1/openapi.json",
		"/api/auth/session",
		"/api/auth/providers",
		"/api/nothing",
		"/feeds/calendar.ics",
		`/en${event}.ics`,
		`/media/${randomUUID()}/480.webp`,
		"/sitemap.xml",
		"/sitemap/events-0.xml",
		"/robots.txt",
		"/no-language",
		"/_next/static/nothing.js",
	];
}

test("every answer forbids frames, sniffing and inline scripts", async ({ server }) => {
	const pages = await Promise.all(
		[...PUBLIC_PAGES, ...DESK_PAGES].map(async ({ path, as }) => ({
			path: `/en${await path()}`,
			as,
		})),
	);
	const others = (await otherAddresses()).map((path) => ({ path, as: undefined }));
	for (const { path, as } of [...pages, ...others]) {
		const user = as ? await db.user.findUniqueOrThrow({ where: { email: as } }) : null;
		const headers: Record<string, string> = user ? { Cookie: await sessionCookie(user) } : {};
		const answer = await ask(`${server.baseUrl}${path}`, { headers });
		expectGuarded(answer, path);
		if (as) expect(answer.headers["cache-control"], path).toMatch(/^private, .*no-store/);
	}
});

function expectGuarded({ status, headers }: Answer, path: string): void {
	const about = `${path} (${status})`;
	expect(status, about).toBeLessThan(500);
	const policy = headers["content-security-policy"] ?? "";
	expect(policy, about).toContain("frame-ancestors 'none'");
	expect(policy, about).toMatch(/(object|default)-src 'none'/);
	expect(policy, about).toMatch(/base-uri '(self|none)'/);
	for (const [rule] of policy.matchAll(/(script-src|default-src)[^;]*/g)) {
		expect(rule, about).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
	}
	const isPage = headers["content-type"]?.startsWith("text/html") && status === 200;
	if (isPage) expect(policy, about).toMatch(/script-src 'self' '(nonce|sha256)-/);
	expect(headers["x-content-type-options"], about).toBe("nosniff");
	expect(headers["x-frame-options"], about).toBe("DENY");
	expect(headers["referrer-policy"], about).toBeTruthy();
	expect(headers["cross-origin-opener-policy"], about).toBe("same-origin");
	expect(headers["strict-transport-security"], about).toMatch(/max-age=\d{8}/);
	expect(headers["x-powered-by"], about).toBeUndefined();
}

test("public addresses set no cookie and differ for nobody", async ({ server }) => {
	const user = await db.user.findUniqueOrThrow({ where: { email: "admin@example.org" } });
	const cookie = await sessionCookie(user);
	const paths = [
		...(await Promise.all(PUBLIC_PAGES.map(async ({ path }) => `/az${await path()}`))),
		...(await otherAddresses()).filter((path) => /^\/(feeds|api\/v1|en|sitemap)/.test(path)),
	];
	for (const path of paths) {
		const anonymous = await ask(`${server.baseUrl}${path}`);
		const signedIn = await ask(`${server.baseUrl}${path}`, { headers: { Cookie: cookie } });
		for (const { headers, body } of [anonymous, signedIn]) {
			expect(headers["set-cookie"], path).toBeUndefined();
			expect(body, path).not.toContain(user.email);
		}
		expect(signedIn.status, path).toBe(anonymous.status);
	}
});

test("a cached page may be shared, a page of one person never", async ({ server }) => {
	const event = await findPublicPath({ isDemo: true });
	for (const path of ["/en", "/en/events", "/en/events?country=DE", `/en${event}`, "/en/privacy"]) {
		const { headers } = await ask(`${server.baseUrl}${path}`);
		expect(headers["cache-control"], path).toMatch(/public.*s-maxage|s-maxage/);
		expect(headers["cache-control"], path).not.toMatch(/private|no-store/);
	}
	for (const path of [
		"/en/my",
		"/en/my/events/new",
		"/en/review",
		"/en/sign-in",
		"/en/outbox",
		"/api/auth/session",
	]) {
		const { headers } = await ask(`${server.baseUrl}${path}`);
		expect(headers["cache-control"], path).toMatch(/private|no-store/);
		expect(headers["cache-control"], path).not.toMatch(/public|s-maxage/);
	}
});
