import type { MetadataRoute } from "next";
import { env } from "@/lib/env";

/** The site's own address is known only where it runs. */
export const dynamic = "force-dynamic";

/** Search engines may read what is public, and find all of it in the sitemap. */
export default function robots(): MetadataRoute.Robots {
	return {
		rules: {
			userAgent: "*",
			disallow: [
				"/api/auth/",
				"/*/sign-in",
				"/*/my",
				"/*/review",
				"/*/admin",
				"/*/outbox",
				"/*/report",
			],
		},
		sitemap: `${env().APP_URL}/sitemap.xml`,
	};
}
