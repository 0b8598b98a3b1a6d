import { useLocale, useTranslations } from "next-intl";
import { LocalClock } from "@/components/calendar/local-clock";
import { formatDay, formatTime, zoneName } from "@/lib/time/format";
import { nextCommemoration } from "@/lib/time/season";
import { fromInstant, startOfDay } from "@/lib/time/wall-time";
import { offsetLabel } from "@/lib/time/zones";

/** The clocks of a city, and when the day of commemoration begins on them. */
export function CityTime({ zone, now }: { zone: string; now: Date }) {
	const t = useTranslations("city");
	const event = useTranslations("event");
	const locale = useLocale();
	const begins = startOfDay(nextCommemoration(now, zone).date, zone);
	const { date, time } = fromInstant(begins, "UTC");
	const name = zoneName(zone, locale, now);
	const offset = offsetLabel(now, zone);
	return (
		<section aria-labelledby="time" className="border-t border-ink pt-4">
			<h2 id="time" className="text-sm text-muted">
				{t("time")}
			</h2>
			<LocalClock zone={zone} label={t("now")} />
			<p className="mt-1">{name === offset ? name : event("zone", { zone: name, offset })}</p>
			<p className="mt-3 text-sm text-muted">
				{t("dayBegins", { day: formatDay(date, locale), time: formatTime(time, locale) })}
			</p>
		</section>
	);
}
