import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatDay, formatDayRange, formatDayShort, formatWeekdayShort } from "@/lib/time/format";
import { NumberTable } from "./number-table";

type Day = { date: string; count: number };

/** Units of the drawing: a bar and the gap after it, and the height of the highest. */
const STEP = 10;
const BAR = 7;
const HEIGHT = 100;
const DAYS_A_WEEK = 7;

/** Submissions by day as bars, and as a table of weeks that says the same. */
export function DayChart({ days }: { days: readonly Day[] }) {
	const t = useTranslations("figures");
	const format = useFormatter();
	const locale = useLocale();
	const most = days.reduce((best, day) => (day.count > best.count ? day : best));
	const [first, last] = [days.at(0)?.date ?? "", days.at(-1)?.date ?? ""];
	return (
		<div>
			<h2 className="mb-6 text-2xl">{t("days")}</h2>
			<svg
				aria-hidden="true"
				viewBox={`0 0 ${days.length * STEP - (STEP - BAR)} ${HEIGHT}`}
				preserveAspectRatio="none"
				className="h-32 w-full text-ink-soft sm:h-44 rtl:-scale-x-100"
			>
				{days.map(({ date, count }, index) => {
					const height = most.count === 0 ? 0 : (count / most.count) * HEIGHT;
					return (
						<rect
							key={date}
							x={index * STEP}
							y={HEIGHT - height}
							width={BAR}
							height={height}
							className={date === most.date ? "fill-rule" : "fill-current"}
						/>
					);
				})}
			</svg>
			<div
				aria-hidden="true"
				className="figures flex justify-between border-t border-ink pt-2 text-sm text-muted"
			>
				<span>{formatDayShort(first, locale)}</span>
				<span>{formatDayShort(last, locale)}</span>
			</div>
			<p className="mt-3 mb-8 max-w-narrow text-sm text-muted">
				{t("daysText", { days: formatDayRange(first, last, locale) })}{" "}
				{most.count > 0 && t("most", { count: most.count, day: formatDay(most.date, locale) })}
			</p>
			<NumberTable
				caption={t("days")}
				hideCaption
				rows={weeksOf(days)}
				rowKey={({ from }) => from}
				columns={[
					{
						key: "week",
						header: t("week"),
						cell: ({ from, to }: Week) => formatDayRange(from, to, locale),
					},
					...days.slice(0, DAYS_A_WEEK).map(({ date }, index) => ({
						key: date,
						header: formatWeekdayShort(date, locale),
						cell: ({ counts }: Week) => format.number(counts[index] ?? 0),
					})),
					{
						key: "sum",
						header: t("sum"),
						cell: ({ counts }: Week) =>
							format.number(counts.reduce((sum, count) => sum + count, 0)),
					},
				]}
			/>
		</div>
	);
}

type Week = { from: string; to: string; counts: number[] };

/** Seven days each, whichever weekday the first one is. */
function weeksOf(days: readonly Day[]): Week[] {
	const weeks: Week[] = [];
	for (let start = 0; start < days.length; start += DAYS_A_WEEK) {
		const week = days.slice(start, start + DAYS_A_WEEK);
		weeks.push({
			from: week.at(0)?.date ?? "",
			to: week.at(-1)?.date ?? "",
			counts: week.map(({ count }) => count),
		});
	}
	return weeks;
}
