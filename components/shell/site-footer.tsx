import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import { LanguageLinks } from "./language-links";

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
	const rules = useTranslations("contentRules");
	const privacy = useTranslations("privacy");
	const sections = [
		{ href: "/countries", label: useTranslations("countries")("title") },
		{ href: "/organisers", label: useTranslations("organisers")("title") },
		{ href: "/archive", label: useTranslations("archive")("title") },
		{ href: "/about", label: useTranslations("about")("title") },
		{ href: "/memorials", label: useTranslations("memorials")("title") },
		{ href: "/recognitions", label: useTranslations("recognitions")("title") },
	];
	return (
		<footer className="mt-24 border-t border-line bg-sunken print:mt-8">
			<div className="container-page">
				<span aria-hidden="true" className="stele block h-12 w-0.5 bg-rule" />
				<div className="grid gap-10 pt-6 pb-12 md:grid-cols-[3fr_4fr_3fr]">
					<div className="flex max-w-sm flex-col gap-3">
						<p className="font-medium">{site("name")}</p>
						<p className="text-sm text-muted">{t("purpose")}</p>
						{showsDemonstration && <p className="text-sm text-muted">{t("demonstration")}</p>}
					</div>
					<nav aria-label={t("footer")} className="text-sm">
						<ul className="gap-x-8 sm:columns-2">
							<FooterItem>
								<Link href="/events" prefetch={false} className="text-link">
									{t("events")}
								</Link>
							</FooterItem>
							{sections.map(({ href, label }) => (
								<FooterItem key={href}>
									<Link href={href} prefetch={false} className="text-link">
										{label}
									</Link>
								</FooterItem>
							))}
							<FooterItem>
								<Link href="/my/events/new" prefetch={false} className="text-link">
									{t("register")}
								</Link>
							</FooterItem>
							<FooterItem>
								<Link href="/content-rules" prefetch={false} className="text-link">
									{rules("title")}
								</Link>
							</FooterItem>
							<FooterItem>
								<Link href="/privacy" prefetch={false} className="text-link">
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
							<FooterItem>
								<Link href="/events#subscribe" prefetch={false} className="text-link">
									{t("calendarFeed")}
								</Link>
							</FooterItem>
						</ul>
					</nav>
					<nav aria-label={t("language")} className="text-sm">
						<LanguageLinks
							current={useLocale()}
							className="-mx-3 grid grid-cols-2 sm:grid-cols-4 md:grid-cols-2"
						/>
					</nav>
				</div>
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

function FooterItem({ children }: { children: ReactNode }) {
	return <li className="flex min-h-11 break-inside-avoid items-center">{children}</li>;
}
