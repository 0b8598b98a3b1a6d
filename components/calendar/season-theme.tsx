import { useLocale, useTranslations } from "next-intl";
import { bestText, directionOf } from "@/lib/text/languages";

type Props = {
	season: number;
	texts: readonly { locale: string; title: string; text: string }[];
};

/** What a season is dedicated to, in the reader's language or the best there is; nothing where no theme is set. */
export function SeasonTheme({ season, texts }: Props) {
	const t = useTranslations("season");
	const locale = useLocale();
	const best = bestText(texts, locale)?.text;
	if (!best) return null;
	return (
		<section aria-labelledby="theme" className="max-w-[52rem] border-t border-ink pt-5">
			<p className="text-sm text-muted">{t("theme", { season: String(season) })}</p>
			{/* On the page's own side, whichever way it is written. */}
			<div lang={best.locale} dir={directionOf(best.locale)} className="w-fit">
				<h2 id="theme" className="mt-2 text-2xl text-balance wrap-anywhere">
					{best.title}
				</h2>
				{best.text && (
					<p className="mt-3 max-w-narrow text-lg text-ink-soft wrap-anywhere">{best.text}</p>
				)}
			</div>
		</section>
	);
}
