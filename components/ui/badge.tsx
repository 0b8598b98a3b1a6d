import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type BadgeTone = "neutral" | "info" | "success" | "warning" | "accent" | "solid";

const TONES: Record<BadgeTone, string> = {
	neutral: "border-line-strong text-ink-soft",
	info: "border-info bg-info-soft text-info",
	success: "border-success bg-success-soft text-success",
	warning: "border-warning bg-warning-soft text-warning",
	accent: "border-rule bg-accent-soft text-accent",
	solid: "border-ink bg-ink text-paper",
};

/** One or two words about the state or the kind of a thing. */
export function Badge({
	tone = "neutral",
	className,
	children,
}: {
	tone?: BadgeTone;
	className?: string;
	children: ReactNode;
}) {
	return (
		<span
			className={classNames(
				"inline-flex items-center gap-1.5 rounded-sm border px-2 py-0.5 text-xs leading-normal font-medium",
				TONES[tone],
				className,
			)}
		>
			{children}
		</span>
	);
}

/** Every review state and happening that an event can be in. */
export type BadgeState =
	| "draft"
	| "submitted"
	| "changes_requested"
	| "approved"
	| "rejected"
	| "withdrawn"
	| "scheduled"
	| "rescheduled"
	| "postponed"
	| "cancelled";

const STATE_TONES: Record<BadgeState, BadgeTone> = {
	draft: "neutral",
	submitted: "info",
	changes_requested: "warning",
	approved: "success",
	rejected: "accent",
	withdrawn: "neutral",
	scheduled: "neutral",
	rescheduled: "warning",
	postponed: "warning",
	cancelled: "accent",
};

/** A badge in the colour of a state; `children` is the translated name of the state. */
export function StateBadge({ state, children }: { state: BadgeState; children: ReactNode }) {
	return (
		<Badge tone={STATE_TONES[state]}>
			<span aria-hidden="true" className="h-3 w-0.5 bg-current" />
			{children}
		</Badge>
	);
}
