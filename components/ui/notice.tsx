import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type NoticeTone = "info" | "success" | "warning" | "error";

type Props = {
	tone?: NoticeTone;
	title?: ReactNode;
	/** Announced when it appears on the page: `true` after an action, left out for standing text. */
	live?: boolean;
	className?: string;
	children?: ReactNode;
};

const TONES: Record<NoticeTone, string> = {
	info: "border-info bg-info-soft",
	success: "border-success bg-success-soft",
	warning: "border-warning bg-warning-soft",
	error: "border-rule bg-accent-soft",
};

/** A message about the page or about what was just done; never colour alone. */
export function Notice({ tone = "info", title, live = false, className, children }: Props) {
	const t = useTranslations("ui.notice");
	const role = live ? (tone === "error" ? "alert" : "status") : undefined;
	return (
		<div
			role={role}
			className={classNames("rounded-sm border-s-4 px-5 py-4", TONES[tone], className)}
		>
			<p className="font-medium">{title ?? t(tone)}</p>
			{children && <div className="mt-1 max-w-narrow">{children}</div>}
		</div>
	);
}
