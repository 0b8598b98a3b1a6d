import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** Short facts in a row, each apart from the next by a thin upright; none at the beginning of a line. */
export function MetaLine({
	items,
	className,
}: {
	items: readonly ReactNode[];
	className?: string;
}) {
	const shown = items.filter((item) => item !== null && item !== undefined && item !== "");
	return (
		<div className={classNames("overflow-hidden text-sm text-muted", className)}>
			<ul className="-ms-3.5 flex flex-wrap">
				{shown.map((item, index) => (
					<li
						// biome-ignore lint/suspicious/noArrayIndexKey: the facts of one event keep their order
						key={index}
						className="relative min-w-0 px-3.5 before:absolute before:start-0 before:top-[0.4em] before:h-3 before:w-px before:bg-line-strong"
					>
						{item}
					</li>
				))}
			</ul>
		</div>
	);
}
