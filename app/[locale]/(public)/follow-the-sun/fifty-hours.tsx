import { useLocale, useTranslations } from "next-intl";
import { HoursPassed } from "@/components/sun/band-now";
import { DayBand } from "@/components/sun/day-band";
import type { SunDay } from "@/components/sun/sun-day";
import { formatInstant } from "@/lib/time/format";

/** The picture of the day on Earth, and the same in words. */
export function FiftyHours({ day }: { day: SunDay }) {
	const t = useTranslations("sun");
	const locale = useLocale();
	const { earth, renderedAt } = day;
	return (
		<section aria-labelledby="hours">
			<h2 id="hours" className="text-2xl">
				{t("band.title")}
			</h2>
			<figure className="mt-6">
				<DayBand day={day} nowLabel={t("now")} />
				<figcaption className="mt-4 max-w-narrow text-sm text-muted">
					{t("band.text", {
						start: formatInstant(new Date(earth.from), "UTC", locale),
						end: formatInstant(new Date(earth.until), "UTC", locale),
					})}{" "}
					<HoursPassed earth={earth} renderedAt={renderedAt} text={t.raw("band.passed")} />
				</figcaption>
			</figure>
		</section>
	);
}
