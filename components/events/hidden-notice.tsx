import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { MyEvent } from "@/lib/events/queries";

/** That a coordinator has hidden the event, why, and what its organiser can do; nothing where nobody has. */
export function HiddenNotice({ event }: { event: Pick<MyEvent, "takeDowns"> }) {
	const t = useTranslations("my.hidden");
	const [hidden] = event.takeDowns;
	if (!hidden) return null;
	return (
		<Notice tone="warning" title={t("title")}>
			<blockquote dir="auto" className="border-s-2 border-rule ps-4 whitespace-pre-line">
				{hidden.reason}
			</blockquote>
			<p className="mt-2">{t("text")}</p>
		</Notice>
	);
}
