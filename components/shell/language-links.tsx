"use client";

import { usePathname } from "next/navigation";
import { createContext, type MouseEvent, useContext } from "react";
import { classNames } from "@/components/ui/class-names";
import { LOCALE_COOKIE, LOCALE_NAMES } from "@/i18n/routing";
import { LOCALES } from "@/lib/text/languages";
import { shownPath } from "./shown-path";

const ONE_YEAR_SECONDS = 31_536_000;

/** The query of a page that is rendered for each request, "" or with its "?"; cached pages do not know theirs. */
export const PageQuery = createContext("");

/**
 * This page in each language. Plain links, so they work without script; with it the choice is also
 * remembered for `/` and the filters of the address are kept.
 */
export function LanguageLinks({ current, className }: { current: string; className?: string }) {
	const pathname = shownPath(usePathname());
	const query = useContext(PageQuery);
	const rest = pathname.startsWith(`/${current}/`) ? pathname.slice(current.length + 1) : "";
	function remember(event: MouseEvent<HTMLAnchorElement>, locale: string): void {
		const secure = location.protocol === "https:" ? "; secure" : "";
		// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
		document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax${secure}`;
		if (location.search) event.currentTarget.search = location.search;
	}
	return (
		<ul className={classNames("language-names", className)}>
			{LOCALES.map((locale) => (
				<li key={locale}>
					<a
						href={`/${locale}${rest}${query}`}
						hrefLang={locale}
						lang={locale}
						aria-current={locale === current ? "true" : undefined}
						onClick={(event) => remember(event, locale)}
						className="flex min-h-11 items-center border-s-2 border-transparent px-3 text-ink-soft no-underline hover:text-accent aria-[current]:border-rule aria-[current]:font-medium aria-[current]:text-ink"
					>
						{LOCALE_NAMES[locale]}
					</a>
				</li>
			))}
		</ul>
	);
}
