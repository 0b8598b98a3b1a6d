import { useTranslations } from "next-intl";
import { FiguresTable } from "./figures-table";
import { SOURCE_MARKS } from "./source-mark";

/** What happened in 1992, in the words of the sources. */
export function AboutEvent() {
	const t = useTranslations("about");
	return (
		<>
			<h2 id="event">{t("eventTitle")}</h2>
			<p>{t.rich("event", SOURCE_MARKS)}</p>
			<p>{t("figuresIntro")}</p>
			<FiguresTable />
			<p>{t.rich("disputed", SOURCE_MARKS)}</p>
		</>
	);
}
