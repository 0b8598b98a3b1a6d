"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { SaveStatus } from "./autosaver";
import { useSecondsSince } from "./time-ago";

/** Whether what was typed is safe. */
export function SaveStatusLine({ status }: { status: SaveStatus }) {
	const t = useTranslations("eventForm.status");
	const errors = useTranslations("errors");
	const text =
		status.kind === "stopped"
			? t("stopped", { reason: errors(status.code, { reference: "" }) })
			: null;
	const isBad = ["failed", "refused", "stopped"].includes(status.kind);
	return (
		<div
			className={classNames(
				"flex min-h-11 items-center gap-3 border-t bg-paper py-2 text-sm lg:border-t-0",
				isBad ? "border-rule font-medium text-accent" : "border-line text-muted",
			)}
		>
			<span
				aria-hidden="true"
				className={classNames(
					"h-4 w-0.5",
					isBad ? "bg-rule" : status.kind === "saved" ? "bg-success" : "bg-line-strong",
				)}
			/>
			<span aria-hidden="true">
				{status.kind === "saved" ? (
					<Ago key={status.at} at={status.at} />
				) : (
					(text ?? t(plain(status.kind)))
				)}
			</span>
			{/* Announced once a change of state, not at every tick of the clock. */}
			<span role="status" className="sr-only">
				{status.kind === "saved" || isBad ? (text ?? t(plain(status.kind))) : ""}
			</span>
		</div>
	);
}

function plain(kind: SaveStatus["kind"]): string {
	return kind === "conflict" || kind === "stopped" ? "unsaved" : kind;
}

function Ago({ at }: { at: number }) {
	const t = useTranslations("eventForm.status");
	const seconds = useSecondsSince(at) ?? 0;
	if (seconds < 2) return t("saved");
	return seconds < 60
		? t("savedSeconds", { count: seconds })
		: t("savedMinutes", { count: Math.floor(seconds / 60) });
}
