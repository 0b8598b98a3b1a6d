import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { WindowView } from "@/lib/events/season-window";
import { formatDay } from "@/lib/time/format";

type Props = {
	window: WindowView | null;
	/** Somebody has just tried to submit. */
	isRefusal?: boolean;
	className?: string;
};

/** Until when, or from when, new events of a season can be submitted; nothing where no window is set. */
export function SeasonNotice({ window, isRefusal = false, className }: Props) {
	const t = useTranslations("my.window");
	const locale = useLocale();
	if (window === null) return null;
	const { season, phase, day, daysLeft } = window;
	const isShut = phase !== "during";
	const title = t(phase, { season: String(season), day: formatDay(day, locale), days: daysLeft });
	return (
		<Notice
			tone={isShut ? "warning" : "info"}
			title={isRefusal && isShut ? t("refused", { reason: title }) : title}
			live={isRefusal}
			className={className}
		>
			<p>{t(`${phase}Text`)}</p>
		</Notice>
	);
}
