import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
	unstable_getResponseFromNextConfig as answerOfConfig,
	unstable_doesMiddlewareMatch as doesProxyMatch,
} from "next/experimental/testing/server.js";
import { NextRequest } from "next/server.js";
import { describe, expect, it } from "vitest";
import nextConfig from "@/next.config.js";
import { config, proxy } from "@/proxy";
import { SELECTION_NAMES } from "./[locale]/(public)/events/selection";

const APP = import.meta.dirname;
const PER_REQUEST = /^export const dynamic = "force-dynamic";$/m;
/** Shown by the proxy at the address of the list, and at no other. */
const SELECTION = "[locale]/(public)/events/selection/[query]/page.tsx";
const pages = readdirSync(APP, { recursive: true, encoding: "utf8" }).filter(
	(file) => file.startsWith("[locale]") && /\/page\.tsx$/.test(file) && file !== SELECTION,
);

/** A real address of a page: groups left out, a value for each parameter. */
function addressOf(page: string): string {
	const segments = dirname(page)
		.split("/")
		.filter((segment) => !segment.startsWith("("))
		.map((segment) => (segment === "[locale]" ? "az" : segment.replace(/^\[.*\]$/, "2027")));
	return `/${segments.join("/")}`;
}

function isPerRequest(page: string): boolean {
	const files = [page];
	for (let folder = dirname(page); folder !== "."; folder = dirname(folder)) {
		files.push(join(folder, "layout.tsx"));
	}
	return files
		.map((file) => join(APP, file))
		.some((file) => existsSync(file) && PER_REQUEST.test(readFileSync(file, "utf8")));
}

function isProxied(url: string): boolean {
	return doesProxyMatch({ config, url, nextConfig: {} });
}

async function headersOf(url: string): Promise<Headers> {
	const { headers } = nextConfig;
	return (await answerOfConfig({ url, nextConfig: { headers } })).headers;
}

describe("every page has one policy for its scripts", () => {
	it("finds the pages", () => {
		expect(pages.length).toBeGreaterThan(5);
	});

	it.each(pages)("%s is either cached or given a nonce", async (page) => {
		const url = addressOf(page);
		expect(isProxied(url)).toBe(isPerRequest(page));
		const isShared = (await headersOf(url)).get("cache-control")?.includes("s-maxage") ?? false;
		expect(isShared).toBe(!isPerRequest(page));
	});
});

describe("a selection of events", () => {
	it("has a page", () => {
		expect(existsSync(join(APP, SELECTION))).toBe(true);
	});

	it.each(SELECTION_NAMES)("is found by the proxy when the address names %s", async (name) => {
		const url = `/az/events?${name}=x`;
		expect(isProxied(url)).toBe(true);
		expect((await headersOf(url)).get("cache-control")).toContain("s-maxage");
	});

	it.each(["/az/events", "/az/events?utm_source=x", "/az/events?_rsc=1ab"])(
		"is not looked for at %s",
		(url) => expect(isProxied(url)).toBe(false),
	);

	it("is no address of its own", () => {
		expect(isProxied("/az/events/selection/Y291bnRyeT1ERQ")).toBe(true);
		expect(isProxied("/az/events/selection")).toBe(true);
	});
});

describe("headers of every answer", () => {
	it.each([
		"/",
		"/az",
		"/az/events",
		"/az/my",
		"/az/nothing",
		"/icon.svg",
		"/api/v1/events",
		"/feeds/calendar.ics",
	])("%s cannot be framed, sniffed or given foreign plug-ins", async (url) => {
		const headers = await headersOf(url);
		expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
		expect(headers.get("content-security-policy")).not.toContain("unsafe");
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
		expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
		expect(headers.get("permissions-policy")).toContain("camera=()");
		expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
	});

	it.each([
		"/api/v1/events",
		"/feeds/calendar.ics",
		"/media/a.webp",
		"/og/en.png",
		"/qr/en/2027/a.svg",
	])("%s runs nothing at all", async (url) => {
		expect((await headersOf(url)).get("content-security-policy")).toContain("default-src 'none'");
	});
});

describe("the proxy", () => {
	const ask = (path: string, headers: Record<string, string> = {}) =>
		proxy(new NextRequest(new URL(path, "http://localhost:3000"), { headers }));

	it.each([
		["/", {}, "/en"],
		["/", { "accept-language": "az,en;q=0.5" }, "/az"],
		["/", { "accept-language": "az", cookie: "locale=ru" }, "/ru"],
		["/events?q=a%20b", { "accept-language": "tr" }, "/tr/events?q=a%20b"],
		["//evil.example/x", {}, "/en/evil.example/x"],
		["/\\evil.example", {}, "/en/evil.example"],
	])("sends %s with %j to %s of this site", (path, headers, expected) => {
		const response = ask(`http://localhost:3000${path}`, headers);
		expect(response.status).toBe(307);
		expect(response.headers.get("location")).toBe(`http://localhost:3000${expected}`);
		expect(response.headers.get("cache-control")).toBe("private, no-store");
		expect(response.headers.get("set-cookie")).toBeNull();
	});

	it("gives each request its own nonce, to the page and to the browser alike", () => {
		const [one, two] = [ask("/az/my"), ask("/az/my")];
		const policy = one.headers.get("content-security-policy") ?? "";
		expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'/);
		expect(policy).not.toMatch(/script-src[^;]*unsafe/);
		expect(one.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
		expect(two.headers.get("content-security-policy")).not.toBe(policy);
	});

	it("does not let the visitor choose the nonce or the language", () => {
		const response = ask("/az/my", { "x-nonce": "mine", "x-next-intl-locale": "xx" });
		expect(response.headers.get("x-middleware-request-x-nonce")).not.toBe("mine");
		expect(response.headers.get("x-middleware-request-x-next-intl-locale")).toBe("az");
	});

	it.each([
		"/api/v1/events",
		"/feeds/calendar.ics",
		"/_next/static/a.js",
		"/icon.svg",
		"/az/events/2027/a.ics",
	])("leaves %s alone", (url) => {
		expect(isProxied(url)).toBe(false);
	});
});
