import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { MyEvent } from "@/lib/events/queries";

/** What the coordinator asked for, above the form in which it is to be done; nothing while no such request is open. */
export function DecisionNotice({ event }: { event: Pick<MyEvent, "state" | "decisions"> }) {
	const t = useTranslations("my");
	const last = event.decisions[0];
	const isOpen = ["draft", "changes_requested", "rejected"].includes(event.state);
	if (!isOpen || !last || last.undoneAt || last.kind === "approve") return null;
	return (
		<Notice tone="warning" title={t(`event.${last.kind}`)} className="mb-8">
			<p>{t("lastDecision")}</p>
			<blockquote dir="auto" className="mt-2 border-s-2 border-rule ps-4 whitespace-pre-line">
				{last.reason}
			</blockquote>
		</Notice>
	);
}
