import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/i18n/navigation";

export type TabLink = {
	href: ComponentProps<typeof Link>["href"];
	label: ReactNode;
	isCurrent: boolean;
	/** A count shown after the label. */
	count?: number;
};

/** Views of one page as links, so that each has an address; scrolls sideways on a phone. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
	return (
		<nav aria-label={label} className="-mx-1 overflow-x-auto border-b border-line px-1">
			<ul className="flex gap-6">
				{tabs.map((tab, index) => (
					<li key={typeof tab.href === "string" ? tab.href : index} className="flex-none">
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
