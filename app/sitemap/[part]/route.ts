import { definePublicRoute } from "@/app/define-route";
import { listSitemapPages } from "@/app/sitemap-parts";
import { sitemapFile, sitemapResponse } from "@/app/sitemap-text";
import { DomainError } from "@/lib/errors";

export const dynamic = "force-dynamic";

/** A part of the sitemap: its pages in every language. */
export const GET = definePublicRoute({
	name: "sitemap.part",
	async run({ params }) {
		const pages = await listSitemapPages(params.part);
		if (pages.length === 0) throw new DomainError("not_found");
		return sitemapResponse(sitemapFile(pages));
	},
});
