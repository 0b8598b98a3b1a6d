import type { ReactNode } from "react";
import { Chevron } from "./chevron";
import { classNames } from "./class-names";

type Props = { summary: ReactNode; open?: boolean; className?: string; children: ReactNode };

/** Content that opens on demand; native, so it works without script. */
export function Disclosure({ summary, open = false, className, children }: Props) {
	return (
		<details open={open} className={classNames("group border-y border-line", className)}>
			<summary className="plain-summary flex min-h-12 items-center justify-between gap-4 py-3 font-medium hover:text-accent">
				{summary}
				<Chevron towards="down" className="transition-transform group-open:rotate-180" />
			</summary>
			<div className="pb-5">{children}</div>
		</details>
	);
}
