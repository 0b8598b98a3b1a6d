import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer";
import { SiteHeader, type ViewerNav } from "./site-header";

type Props = {
	nav?: ViewerNav;
	showsDemonstration?: boolean;
	contact?: string;
	children: ReactNode;
};

const CONTENT_ID = "content";

/** Head, content and foot of a page; the layout of each route group uses it once. */
export function PageShell({ nav, showsDemonstration, contact, children }: Props) {
	return (
		<>
			<SkipLink />
			<SiteHeader nav={nav} />
			<main id={CONTENT_ID} tabIndex={-1} className="flex-1 outline-none">
				{children}
			</main>
			<SiteFooter showsDemonstration={showsDemonstration} contact={contact} />
		</>
	);
}

/** First stop of the keyboard: past the head, to the content. */
export function SkipLink() {
	const t = useTranslations("nav");
	return (
		<a
			href={`#${CONTENT_ID}`}
			className="sr-only z-50 rounded-sm bg-ink px-5 py-3 font-medium text-paper no-underline focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:px-5 focus:py-3 print:hidden"
		>
			{t("skip")}
		</a>
	);
}
