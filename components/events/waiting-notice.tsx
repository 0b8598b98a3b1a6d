"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Says what a change does to an event that waits for review, and then that it has happened. */
export function WaitingNotice({ hasLeft }: { hasLeft: boolean }) {
	const t = useTranslations("eventForm.waiting");
	return (
		<Notice tone={hasLeft ? "warning" : "info"} title={hasLeft ? t("left") : t("title")}>
			<p>{hasLeft ? t("leftText") : t("text")}</p>
		</Notice>
	);
}

/** The same where it can be seen from every part of the form: beside whether it is saved. */
export function LeftQueueLine() {
	const t = useTranslations("eventForm.waiting");
	return (
		<p role="status" className="border-s-2 border-warning bg-paper py-2 ps-3 text-sm font-medium">
			{t("leftText")}
		</p>
	);
}
