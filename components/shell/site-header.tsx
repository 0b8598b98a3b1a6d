import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chevron } from "@/components/ui/chevron";
import { localePath } from "@/i18n/navigation";
import { LOCALE_NAMES } from "@/i18n/routing";
import { LOCALES } from "@/lib/text/languages";
import { LanguageLinks } from "./language-links";
import { NavLink } from "./nav-link";
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

type Item = { href: string; label: string };

const LINK =
	"inline-flex min-h-12 items-center border-b-2 border-transparent pt-0.5 text-ink-soft no-underline hover:text-accent aria-[current]:border-rule aria-[current]:text-ink";
const MENU_LINK =
	"flex min-h-12 items-center border-s-2 border-transparent px-4 text-lg text-ink no-underline aria-[current]:border-rule";

/** Head of every page. Without `nav` it is the same for everyone, so that it may be cached. */
export function SiteHeader({ nav }: { nav?: ViewerNav }) {
	const t = useTranslations("nav");
	const locale = useLocale();
	const items = listItems(nav, t);
	return (
		<header className="border-b border-line print:border-b-0">
			<div className="container-page flex items-center justify-between gap-4 py-3 sm:py-4">
				<Wordmark />
				<div className="hidden items-center gap-6 text-sm lg:flex print:hidden">
					<nav aria-label={t("main")}>
						<NavItems items={items} listClass="flex items-center gap-6" linkClass={LINK} />
					</nav>
					{nav?.signOut}
					<LanguageMenu />
				</div>
				<details className="group lg:hidden print:hidden">
					<summary className="plain-summary flex min-h-12 min-w-12 items-center justify-center gap-2 px-1 font-medium">
						{t("menu")}
						<span aria-hidden="true" className="flex w-5 flex-col gap-1.5">
							<span className="h-0.5 bg-current transition-transform group-open:translate-y-1 group-open:rotate-45" />
							<span className="h-0.5 bg-current transition-transform group-open:-translate-y-1 group-open:-rotate-45" />
						</span>
					</summary>
					<div className="absolute inset-x-0 z-20 mt-3 border-y border-line bg-paper pb-6 shadow-[0_1.5rem_2rem_-1.5rem_rgb(0_0_0/0.35)] sm:mt-4">
						<div className="container-page flex flex-col gap-4 pt-4">
							<nav aria-label={t("main")}>
								<NavItems items={items} listClass="-mx-4" linkClass={MENU_LINK} />
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

function NavItems({
	items,
	listClass,
	linkClass,
}: {
	items: readonly Item[];
	listClass: string;
	linkClass: string;
}) {
	const locale = useLocale();
	return (
		<ul className={listClass}>
			{items.map(({ href, label }) => (
				<li key={href}>
					<NavLink href={localePath({ href, locale })} className={linkClass}>
						{label}
					</NavLink>
				</li>
			))}
		</ul>
	);
}

function LanguageMenu() {
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

function listItems(nav: ViewerNav | undefined, t: (key: string) => string): Item[] {
	const items: Item[] = [
		{ href: "/events", label: t("events") },
		{ href: "/my/events/new", label: t("register") },
		{ href: "/my", label: t("myEvents") },
	];
	if (nav?.canReview) items.push({ href: "/review", label: t("review") });
	if (nav?.isAdmin) items.push({ href: "/admin", label: t("admin") });
	if (nav?.hasOutbox) items.push({ href: "/outbox", label: t("outbox") });
	return items;
}
