import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Link } from "@/i18n/navigation";
import { LanguageLinks } from "./language-links";
import { CALENDAR_PAGES, DAY_PAGES, type SitePage } from "./site-pages";

const GEONAMES = "https://www.geonames.org/";
const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

type Props = {
	showsDemonstration?: boolean;
	/** E-mail address of the people who run the calendar. */
	contact?: string;
};

/** Foot of every page; `showsDemonstration` where demonstration events may be on it. */
export function SiteFooter({ showsDemonstration = false, contact }: Props) {
	const t = useTranslations("nav");
	const site = useTranslations("site");
	return (
		<footer className="drawn-when-near mt-24 [--near-height:60rem] border-t border-line bg-sunken print:mt-8">
			<div className="container-page">
				<span aria-hidden="true" className="stele block h-12 w-0.5 bg-rule" />
				<div className="grid gap-10 pt-6 pb-12 lg:grid-cols-[1fr_2fr]">
					<div className="flex max-w-sm flex-col gap-3">
						<p className="font-medium">{site("name")}</p>
						<p className="text-sm text-muted">{t("purpose")}</p>
						{showsDemonstration && <p className="text-sm text-muted">{t("demonstration")}</p>}
					</div>
					<FooterNav contact={contact} />
				</div>
				<nav aria-label={t("language")} className="border-t border-line py-6 text-sm">
					<LanguageLinks
						current={useLocale()}
						className="-mx-3 grid grid-cols-2 sm:grid-cols-4 xl:grid-cols-8"
					/>
				</nav>
				<p className="border-t border-line py-6 text-xs text-muted">
					{t.rich("credit", {
						link: (chunks) => (
							<a href={GEONAMES} className="text-link">
								{chunks}
							</a>
						),
						licence: (chunks) => (
							<a href={LICENCE} className="text-link">
								{chunks}
							</a>
						),
					})}
				</p>
			</div>
		</footer>
	);
}

function FooterNav({ contact }: { contact?: string }) {
	const t = useTranslations("nav");
	const rules = useTranslations("contentRules");
	const privacy = useTranslations("privacy");
	const api = useTranslations("apiDocs");
	return (
		<nav
			aria-label={t("footer")}
			className="grid grid-cols-2 gap-x-6 gap-y-8 text-sm sm:grid-cols-3"
		>
			<FooterGroup title={t("groups.calendar")}>
				<FooterPages pages={CALENDAR_PAGES} />
				<FooterItem>
					<Link href="/events#subscribe" className="text-link">
						{t("calendarFeed")}
					</Link>
				</FooterItem>
				<FooterItem>
					<Link href="/api" className="text-link">
						{api("title")}
					</Link>
				</FooterItem>
			</FooterGroup>
			<FooterGroup title={t("groups.day")}>
				<FooterPages pages={DAY_PAGES} />
			</FooterGroup>
			<FooterGroup title={t("groups.part")}>
				<FooterPages pages={[{ name: "register", href: "/my/events/new" }]} />
				<FooterItem>
					<Link href="/content-rules" className="text-link">
						{rules("title")}
					</Link>
				</FooterItem>
				<FooterItem>
					<Link href="/privacy" className="text-link">
						{privacy("title")}
					</Link>
				</FooterItem>
				{contact && (
					<FooterItem>
						<a href={`mailto:${contact}`} className="text-link">
							{t("contact")}
						</a>
					</FooterItem>
				)}
			</FooterGroup>
		</nav>
	);
}

function FooterGroup({ title, children }: { title: string; children: ReactNode }) {
	const id = useId();
	return (
		<div>
			<p id={id} className="mb-1 font-medium">
				{title}
			</p>
			<ul aria-labelledby={id}>{children}</ul>
		</div>
	);
}

function FooterPages({ pages }: { pages: readonly SitePage[] }) {
	const t = useTranslations("nav");
	return pages.map(({ name, href }) => (
		<FooterItem key={href}>
			<Link href={href} className="text-link">
				{t(name)}
			</Link>
		</FooterItem>
	));
}

function FooterItem({ children }: { children: ReactNode }) {
	return <li className="flex min-h-11 items-center">{children}</li>;
}
