import { useTranslations } from "next-intl";
import { hoursRows, type OpeningHours } from "@/lib/calendar/opening-hours";
import { formatTimeRange } from "@/lib/time/format";
import type { Schedule } from "@/lib/time/schedule";

type Props = { openingHours: OpeningHours; schedule: Schedule; locale: string };

/** When an event of several days is open, by weekdays and then the dates that differ; nothing where it does not say. */
export function HoursList({ openingHours, schedule, locale }: Props) {
	const t = useTranslations("event");
	const rows = hoursRows(openingHours, schedule, locale);
	if (rows.length === 0) return null;
	return (
		<section aria-labelledby="opening-hours">
			<h2 id="opening-hours" className="text-xl font-medium">
				{t("openingHours")}
			</h2>
			<dl className="mt-4 max-w-[32rem] divide-y divide-line border-y border-line">
				{rows.map(({ days, date, hours }) => (
					<div key={days} className="flex flex-wrap justify-between gap-x-8 gap-y-1 py-3">
						<dt className="first-letter:uppercase">
							{date ? <time dateTime={date}>{days}</time> : days}
						</dt>
						<dd className={hours ? "figures" : "text-muted"}>
							{hours ? formatTimeRange(hours.opens, hours.closes, locale) : t("closed")}
						</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
