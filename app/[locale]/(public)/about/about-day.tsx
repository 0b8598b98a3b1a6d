import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { formatDay } from "@/lib/time/format";
import { SOURCE_MARKS } from "./source-mark";

const DAY_OF_DECISION = "1994-02-24";

/** What the day is called, and by whom. */
export function AboutDay() {
	const t = useTranslations("about");
	const locale = useLocale();
	return (
		<>
			<h2 id="day">{t("dayTitle")}</h2>
			<p>{t.rich("day", { date: formatDay(DAY_OF_DECISION, locale), ...SOURCE_MARKS })}</p>
			<p>
				{t.rich("terms", {
					link: (chunks) => (
						<Link href="/recognitions" prefetch={false} className="text-link">
							{chunks}
						</Link>
					),
				})}
			</p>
		</>
	);
}
