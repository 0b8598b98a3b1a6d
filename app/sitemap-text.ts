import "server-only";
import { languageAddresses, pageAddress } from "@/app/page-address";
import type { SitemapPage } from "@/app/sitemap-parts";
import { LOCALES } from "@/lib/text/languages";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML = "http://www.w3.org/1999/xhtml";
/** Search engines come seldom, and a day-old list of addresses serves them. */
const CACHE_CONTROL = "public, max-age=0, s-maxage=300, stale-while-revalidate=86400";

/** A sitemap index (sitemaps.org) of files at absolute addresses. */
export function sitemapIndex(files: readonly { address: string; lastModified?: string }[]): string {
	const entries = files.map(
		({ address, lastModified }) =>
			`<sitemap><loc>${xmlText(address)}</loc>${lastmod(lastModified)}</sitemap>\n`,
	);
	return `${DECLARATION}\n<sitemapindex xmlns="${SITEMAPS}">\n${entries.join("")}</sitemapindex>\n`;
}

/** A sitemap file: an entry a page and language, each naming the page in the other languages. */
export function sitemapFile(pages: readonly SitemapPage[]): string {
	const entries = pages.flatMap(({ path, lastModified }) => {
		const alternates = Object.entries(languageAddresses(path))
			.map(
				([language, address]) =>
					`<xhtml:link rel="alternate" hreflang="${language}" href="${xmlText(address)}"/>`,
			)
			.join("");
		return LOCALES.map(
			(locale) =>
				`<url><loc>${xmlText(pageAddress(locale, path))}</loc>${alternates}${lastmod(lastModified)}</url>\n`,
		);
	});
	return `${DECLARATION}\n<urlset xmlns="${SITEMAPS}" xmlns:xhtml="${XHTML}">\n${entries.join("")}</urlset>\n`;
}

/** The answer with a sitemap's text. */
export function sitemapResponse(text: string): Response {
	return new Response(text, {
		headers: { "Content-Type": "application/xml", "Cache-Control": CACHE_CONTROL },
	});
}

function lastmod(lastModified: string | undefined): string {
	return lastModified === undefined ? "" : `<lastmod>${lastModified}</lastmod>`;
}

function xmlText(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
