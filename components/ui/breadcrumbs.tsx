import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/i18n/navigation";

/** The last one is the current page and has no address. */
export type Crumb = { label: ReactNode; href?: ComponentProps<typeof Link>["href"] };

/** The way from the home page to here. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
	const t = useTranslations("nav");
	return (
		<nav aria-label={t("breadcrumbs")} className="text-sm text-muted">
			<ol className="flex flex-wrap items-center gap-x-3">
				{crumbs.map(({ label, href }, index) => (
					<li key={typeof href === "string" ? href : index} className="flex items-center gap-3">
						{index > 0 && <span aria-hidden="true" className="h-3 w-px bg-line-strong" />}
						{href ? (
							<Link
								href={href}
								prefetch={false}
								className="inline-flex min-h-11 items-center text-link sm:min-h-8"
							>
								{label}
							</Link>
						) : (
							<span aria-current="page">{label}</span>
						)}
					</li>
				))}
			</ol>
		</nav>
	);
}
