import { getLocale, getTranslations } from "next-intl/server";
import { FontPreloads } from "@/components/shell/font-preloads";
import { NotFoundContent } from "@/components/shell/not-found-content";
import { directionOf } from "@/lib/text/languages";
import "./globals.css";

/** An address that no page answers: a whole document, in the language that the proxy read from it. */
export default async function GlobalNotFoundPage() {
	const locale = await getLocale();
	const t = await getTranslations("problem");
	return (
		<html lang={locale} dir={directionOf(locale)}>
			<body>
				<title>{t("notFoundTitle")}</title>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<link rel="icon" href="/icon.svg" type="image/svg+xml" />
				<FontPreloads locale={locale} />
				<NotFoundContent />
			</body>
		</html>
	);
}
