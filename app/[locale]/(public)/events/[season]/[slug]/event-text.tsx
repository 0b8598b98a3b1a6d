import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Prose } from "@/components/ui/text";
import { LOCALE_NAMES } from "@/i18n/routing";
import { eventPath } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import {
	bestText,
	directionOf,
	isLocale,
	languageName,
	ownLanguageName,
} from "@/lib/text/languages";
import { renderMarkdown } from "@/lib/text/markdown";

type Props = {
	event: Published;
	/** Of the page that shows it, without language; the event's own unless told. */
	path?: string;
};

/** The description in the reader's language, else in the best one there is, said openly. */
export function EventText({ event, path = eventPath(event) }: Props) {
	const t = useTranslations("event");
	const locale = useLocale();
	const best = bestText(event.texts, locale);
	if (!best) return null;
	const { text, isFallback } = best;
	const foreign = isFallback ? { lang: text.locale, dir: directionOf(text.locale) } : {};
	return (
		<section aria-labelledby="about">
			<h2 id="about" className="sr-only">
				{t("about")}
			</h2>
			{isFallback && (
				<div className="mb-5 max-w-narrow border-s-2 border-line-strong ps-4 text-sm text-muted">
					<p>
						{t("fallback", {
							language: languageName(locale, locale),
							shown: languageName(text.locale, locale),
						})}
					</p>
					<OtherLanguages event={event} path={path} shown={text.locale} />
				</div>
			)}
			{text.description && (
				<Prose html={renderMarkdown(text.description)} {...foreign} className="text-lg" />
			)}
		</section>
	);
}

/** What else the visitor may read, said where their own language is missing. */
function OtherLanguages({ event, path, shown }: Required<Props> & { shown: string }) {
	const t = useTranslations("event");
	const others = event.texts.filter((text) => text.locale !== shown);
	if (others.length === 0) return null;
	return (
		<div className="mt-1 flex flex-wrap items-baseline gap-x-4 print:hidden">
			<p id="also">{t("fallbackOthers")}</p>
			<ul aria-labelledby="also" className="flex flex-wrap gap-x-4">
				{others.map(({ locale }) => (
					<li key={locale}>
						<LanguageLink path={path} language={locale} />
					</li>
				))}
			</ul>
		</div>
	);
}

/** Leads to the page in that language, or to the text below where the site does not speak it. */
function LanguageLink({ path, language }: { path: string; language: string }) {
	const isPage = isLocale(language);
	return (
		// A plain link: another language is another document.
		<a
			href={isPage ? `/${language}${path}` : `#${textId(language)}`}
			lang={language}
			hrefLang={language}
			className="inline-flex min-h-11 items-center text-link"
		>
			{isPage ? LOCALE_NAMES[language] : ownLanguageName(language)}
		</a>
	);
}

function textId(language: string): string {
	return `text-${language}`;
}

/** The text in other languages: pages of this site, or here where the site does not speak the language. */
export function OtherTexts({ event, path = eventPath(event) }: Props) {
	const t = useTranslations("event");
	const locale = useLocale();
	const shown = bestText(event.texts, locale)?.text.locale;
	const others = event.texts.filter((text) => text.locale !== shown);
	if (others.length === 0) return null;
	const [pages, extra] = [
		others.filter((text) => isLocale(text.locale)),
		others.filter((text) => !isLocale(text.locale)),
	];
	return (
		<section aria-labelledby="languages" className="print:hidden">
			<h2 id="languages" className="mb-2 font-medium">
				{t("otherLanguages")}
			</h2>
			<ul className="flex flex-wrap gap-x-6">
				{pages.map((text) => (
					<li key={text.locale}>
						<LanguageLink path={path} language={text.locale} />
					</li>
				))}
			</ul>
			{extra.map((text) => (
				<Disclosure
					key={text.locale}
					summary={<span lang={text.locale}>{ownLanguageName(text.locale)}</span>}
					className="mt-3"
				>
					<div id={textId(text.locale)} lang={text.locale} dir={directionOf(text.locale)}>
						<h3 className="mb-3 font-medium">{text.title}</h3>
						<Prose html={renderMarkdown(text.description)} />
					</div>
				</Disclosure>
			))}
		</section>
	);
}
