import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type Props = { width?: "page" | "narrow"; className?: string; children: ReactNode };

/** The column that holds the content of a page; `narrow` for forms and running text. */
export function Container({ width = "page", className, children }: Props) {
	return (
		<div className="container-page">
			<div className={classNames(width === "narrow" && "max-w-narrow", className)}>{children}</div>
		</div>
	);
}
