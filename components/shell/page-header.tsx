import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";

type Props = {
	crumbs?: readonly Crumb[];
	/** A line above the title: a kind, a season, a date. */
	eyebrow?: ReactNode;
	title: ReactNode;
	/** Language of the title where it is not the page's. */
	titleLang?: string;
	lead?: ReactNode;
	/** Buttons beside the title. */
	actions?: ReactNode;
	/** Badges under the title. */
	badges?: ReactNode;
};

/** Head of a page's content: its only `h1`, on a red line. */
export function PageHeader({ crumbs, eyebrow, title, titleLang, lead, actions, badges }: Props) {
	return (
		<div className="pt-6 pb-10 sm:pt-8 sm:pb-12">
			{crumbs && <Breadcrumbs crumbs={crumbs} />}
			<div className="mt-6 flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
				<div className="max-w-[52rem] min-w-0 border-s-2 border-rule ps-5 sm:ps-8">
					{eyebrow && <p className="mb-2 text-sm text-muted">{eyebrow}</p>}
					<h1 className="text-3xl tracking-[-0.02em]">
						{/* The page's own side, whichever way the title's language is written. */}
						{titleLang ? <bdi lang={titleLang}>{title}</bdi> : title}
					</h1>
					{lead && <p className="mt-4 max-w-narrow text-lg text-ink-soft">{lead}</p>}
					{badges && <div className="mt-4 flex flex-wrap gap-2">{badges}</div>}
				</div>
				{actions && <div className="flex flex-wrap gap-3">{actions}</div>}
			</div>
		</div>
	);
}
