import { hasLocale } from "next-intl";
import { definePublicRoute } from "@/app/define-route";
import { answerPreview } from "@/app/og/answer-preview";
import { sitePreview } from "@/app/og/preview-words";
import { DomainError } from "@/lib/errors";
import { LOCALES } from "@/lib/text/languages";

export const dynamic = "force-dynamic";

/** The picture beside links to the other pages: /og/{locale}.png. */
export const GET = definePublicRoute({
	name: "og.site",
	run: async ({ request, params }) => {
		const locale = String(params.locale).replace(/\.png$/, "");
		if (!String(params.locale).endsWith(".png") || !hasLocale(LOCALES, locale))
			throw new DomainError("not_found");
		return answerPreview(request, await sitePreview(locale), []);
	},
});
