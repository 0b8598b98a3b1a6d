import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** Short facts in a row, each apart from the next by a thin upright. */
export function MetaLine({ items, className }: { items: readonly ReactNode[]; className?: string }) {
	const shown = items.filter((item) => item !== null && item !== undefined && item !== "");
	return (
		<ul className={classNames("flex flex-wrap text-sm text-muted", className)}>
			{shown.map((item, index) => (
				<li
					// biome-ignore lint/suspicious/noArrayIndexKey: the facts of one event keep their order
					key={index}
					className={classNames("flex min-w-0 items-center", index > 0 && "before:mx-3 before:h-3 before:w-px before:flex-none before:bg-line-strong")}
				>
					<span className="min-w-0">{item}</span>
				</li>
			))}
		</ul>
	);
}
