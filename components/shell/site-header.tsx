import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localePath } from "@/i18n/navigation";
import { LanguageLinks } from "./language-links";
import { LanguageMenu } from "./language-menu";
import { NavLink } from "./nav-link";
import { CALENDAR_PAGES, DAY_PAGES, HEAD_PAGES, type SitePage } from "./site-pages";
import { Wordmark } from "./wordmark";

/** What a page rendered per request may show to the person who is signed in. */
export type ViewerNav = {
	/** May review somebody's events. */
	canReview?: boolean;
	isAdmin?: boolean;
	/** The local outbox exists here (development, demonstration). */
	hasOutbox?: boolean;
	/** A form with the sign-out button, from the page; cached pages have none. */
	signOut?: ReactNode;
};

const LINK =
	"inline-flex min-h-12 items-center border-b-2 border-transparent pt-0.5 text-ink-soft no-underline hover:text-accent aria-[current]:border-rule aria-[current]:text-ink";
const MENU_LINK =
	"flex min-h-12 items-center border-s-2 border-transparent px-4 text-lg text-ink no-underline aria-[current]:border-rule";

/** Head of every page. Without `nav` it is the same for everyone, so that it may be cached. */
export function SiteHeader({ nav }: { nav?: ViewerNav }) {
	const t = useTranslations("nav");
	const locale = useLocale();
	const desk = deskPages(nav);
	return (
		<header className="border-b border-line print:border-b-0">
			<div className="container-page flex items-center justify-between gap-4 py-3 sm:py-4">
				<Wordmark />
				<div className="hidden items-center gap-6 text-sm xl:flex print:hidden">
					<nav aria-label={t("main")} className="flex items-center gap-6">
						{/* Behind sign-in the desk's pages need the room. */}
						<NavItems
							pages={nav ? HEAD_PAGES.slice(0, 1) : HEAD_PAGES}
							listClass="flex items-center gap-6"
							linkClass={LINK}
						/>
						<NavItems
							pages={desk}
							listClass="flex items-center gap-6 border-s border-line ps-6"
							linkClass={LINK}
						/>
					</nav>
					{nav?.signOut}
					<LanguageMenu />
				</div>
				<details className="group xl:hidden print:hidden">
					<summary className="plain-summary flex min-h-12 min-w-12 items-center justify-center gap-2 px-1 font-medium">
						{t("menu")}
						<span aria-hidden="true" className="flex w-5 flex-col gap-1.5">
							<span className="h-0.5 bg-current transition-transform group-open:translate-y-1 group-open:rotate-45" />
							<span className="h-0.5 bg-current transition-transform group-open:-translate-y-1 group-open:-rotate-45" />
						</span>
					</summary>
					<div className="absolute inset-x-0 z-20 mt-3 border-y border-line bg-paper pb-6 shadow-[0_1.5rem_2rem_-1.5rem_rgb(0_0_0/0.35)] sm:mt-4">
						<div className="container-page flex flex-col gap-4 pt-4">
							<nav aria-label={t("main")} className="flex flex-col gap-4">
								<NavItems
									pages={[...CALENDAR_PAGES, ...DAY_PAGES]}
									listClass="-mx-4 sm:columns-2"
									linkClass={MENU_LINK}
								/>
								<NavItems
									pages={desk}
									listClass="-mx-4 sm:columns-2"
									itemsClass="border-t border-line pt-4"
									linkClass={MENU_LINK}
								/>
							</nav>
							{nav?.signOut}
							<nav aria-label={t("chooseLanguage")} className="border-t border-line pt-4">
								<LanguageLinks current={locale} className="-mx-3 grid grid-cols-2" />
							</nav>
						</div>
					</div>
				</details>
			</div>
		</header>
	);
}

type ItemsProps = {
	pages: readonly SitePage[];
	/** Of a box around the list. */
	itemsClass?: string;
	listClass: string;
	linkClass: string;
};

function NavItems({ pages, itemsClass, listClass, linkClass }: ItemsProps) {
	const t = useTranslations("nav");
	const locale = useLocale();
	return (
		<div className={itemsClass}>
			<ul className={listClass}>
				{pages.map(({ name, href }) => (
					<li key={href} className="break-inside-avoid">
						<NavLink href={localePath({ href, locale })} className={linkClass}>
							{t(name)}
						</NavLink>
					</li>
				))}
			</ul>
		</div>
	);
}

function deskPages(nav: ViewerNav | undefined): SitePage[] {
	const pages = [
		{ name: "register", href: "/my/events/new" },
		{ name: "myEvents", href: "/my" },
	];
	if (nav?.canReview) pages.push({ name: "review", href: "/review" });
	if (nav?.isAdmin) pages.push({ name: "admin", href: "/admin" });
	if (nav?.hasOutbox) pages.push({ name: "outbox", href: "/outbox" });
	return pages;
}
