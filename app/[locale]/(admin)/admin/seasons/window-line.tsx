import { useTranslations } from "next-intl";
import type { SeasonView } from "@/lib/moderation/season-queries";
import { formatDay } from "@/lib/time/format";

type Props = { season: Pick<SeasonView, "opensOn" | "closesOn" | "phase">; locale: string };

/** How a window stands, in one sentence. */
export function WindowLine({ season: { opensOn, closesOn, phase }, locale }: Props) {
	const t = useTranslations("seasons.state");
	const day = (date: string | null) => (date === null ? "" : formatDay(date, locale));
	if (opensOn === null && closesOn === null) return t("always");
	if (phase === "before") return t("before", { day: day(opensOn) });
	if (phase === "after") return t("after", { day: day(closesOn) });
	return closesOn === null
		? t("openSince", { day: day(opensOn) })
		: t("during", { day: day(closesOn) });
}
