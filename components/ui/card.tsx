import type { ReactNode } from "react";
import { classNames } from "./class-names";

type CardProps = {
	/** `article` for a thing of its own, `section` where it has a heading in the page's outline. */
	as?: "div" | "article" | "section" | "li";
	/** A red line at the start: for the one card of a page that matters most. */
	marked?: boolean;
	className?: string;
	children: ReactNode;
};

/** A bordered box on the page's paper. */
export function Card({ as: Tag = "div", marked = false, className, children }: CardProps) {
	return (
		<Tag
			className={classNames(
				"rounded-sm border border-line bg-surface p-5 sm:p-6",
				marked && "border-s-2 border-s-rule",
				className,
			)}
		>
			{children}
		</Tag>
	);
}

/** What stands where a list would be when there is nothing to list. */
export function EmptyState({
	title,
	children,
	action,
}: {
	title: ReactNode;
	children?: ReactNode;
	action?: ReactNode;
}) {
	return (
		<div className="flex flex-col items-start gap-4 border-y border-line py-12">
			<span aria-hidden="true" className="stele h-10 w-0.5 bg-rule" />
			<p className="text-xl font-medium">{title}</p>
			{children && <div className="max-w-narrow text-muted">{children}</div>}
			{action}
		</div>
	);
}

/** A large figure and what it counts; `value` is already formatted in the reader's language. */
export function Stat({
	value,
	label,
	note,
	size = "large",
}: {
	value: ReactNode;
	label: ReactNode;
	note?: ReactNode;
	size?: "large" | "small";
}) {
	return (
		<div className="flex flex-col-reverse justify-end gap-1 border-t border-ink pt-3">
			{note && <p className="text-sm text-muted">{note}</p>}
			<p className="text-sm leading-snug text-ink-soft">{label}</p>
			<p className={size === "large" ? "numeral" : "figures text-4xl font-light tracking-tight"}>
				{value}
			</p>
		</div>
	);
}
