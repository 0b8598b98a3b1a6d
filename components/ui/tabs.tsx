import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/i18n/navigation";

export type TabLink = {
	href: ComponentProps<typeof Link>["href"];
	label: ReactNode;
	isCurrent: boolean;
	/** A count shown after the label. */
	count?: number;
};

/** Views of one page as links, so that each has an address; the last ones wrap where the window is too narrow. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
	return (
		<nav aria-label={label} className="border-b border-line">
			<ul className="flex flex-wrap gap-x-4 sm:gap-x-6">
				{tabs.map((tab, index) => (
					<li key={typeof tab.href === "string" ? tab.href : index} className="max-w-full">
						<Link
							href={tab.href}
							prefetch={false}
							aria-current={tab.isCurrent ? "page" : undefined}
							className="-mb-px inline-flex min-h-12 items-center gap-2 border-b-2 border-transparent text-muted hover:text-ink aria-[current]:border-rule aria-[current]:font-medium aria-[current]:text-ink"
						>
							{tab.label}
							{tab.count !== undefined && (
								<span className="figures rounded-sm bg-sunken px-1.5 text-xs text-ink-soft">
									{tab.count}
								</span>
							)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
