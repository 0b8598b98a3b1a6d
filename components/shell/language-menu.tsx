import { useLocale, useTranslations } from "next-intl";
import { Chevron } from "@/components/ui/chevron";
import { LOCALE_NAMES } from "@/i18n/routing";
import { LOCALES } from "@/lib/text/languages";
import { LanguageLinks } from "./language-links";

/** The page's language, and the others on demand. */
export function LanguageMenu() {
	const t = useTranslations("nav");
	const current = useLocale();
	const name = LOCALES.find((locale) => locale === current);
	return (
		<details className="group relative">
			<summary className="plain-summary flex min-h-12 items-center gap-2 hover:text-accent">
				<span className="sr-only">{t("chooseLanguage")}:</span>
				{name && LOCALE_NAMES[name]}
				<Chevron towards="down" className="transition-transform group-open:rotate-180" />
			</summary>
			<nav
				aria-label={t("chooseLanguage")}
				className="absolute end-0 z-20 w-56 border border-line-strong bg-surface py-2 shadow-[0_1.5rem_2rem_-1.5rem_rgb(0_0_0/0.35)]"
			>
				<LanguageLinks current={current} />
			</nav>
		</details>
	);
}
