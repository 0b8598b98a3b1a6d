import { definePublicRoute } from "@/app/define-route";
import { listSitemapParts } from "@/app/sitemap-parts";
import { sitemapIndex, sitemapResponse } from "@/app/sitemap-text";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** The sitemap's table of contents: a file for each thousand events, so that it is complete however many there are. */
export const GET = definePublicRoute({
	name: "sitemap.index",
	async run() {
		const parts = await listSitemapParts();
		return sitemapResponse(
			sitemapIndex(
				parts.map(({ name, lastModified }) => ({
					address: `${env().APP_URL}/sitemap/${name}`,
					lastModified,
				})),
			),
		);
	},
});
