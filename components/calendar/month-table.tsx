import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/i18n/navigation";
import type { EventView } from "@/lib/calendar/event-view";
import type { MonthDay, MonthWeek } from "@/lib/calendar/month-grid";
import {
	formatDay,
	formatDayRange,
	formatWeekday,
	formatWeekdayLetter,
	formatWeekdayShort,
} from "@/lib/time/format";
import { MonthKeys } from "./month-keys";

type Href = ComponentProps<typeof Link>["href"];

type Props = {
	/** Names the table: "February 2027". */
	label: string;
	weeks: readonly MonthWeek[];
	/** The events that are named, by id. */
	views: ReadonlyMap<string, EventView>;
	/** "YYYY-MM-DD". */
	today: string;
	/** Address of the list of a day. */
	dayHref: (date: string) => Href;
};

/** The day of commemoration stands out. */
const THE_DAY = "-02-26";
const GRID_ID = "month";

/** A month as a table of weeks: events of several days as bars, the others in their day, each day a link to its list. */
export function MonthTable({ label, weeks, views, today, dayHref }: Props) {
	const locale = useLocale();
	const names = weeks[0]?.days.map(({ date }) => date) ?? [];
	return (
		<>
			<table
				id={GRID_ID}
				aria-label={label}
				className="month w-full table-fixed border-collapse text-sm"
			>
				<thead>
					<tr>
						{names.map((date) => (
							<th
								key={date}
								scope="col"
								abbr={formatWeekday(date, locale)}
								className="border-b border-ink px-1 pb-2 text-start text-xs font-medium text-muted sm:px-2"
							>
								<ColumnName date={date} />
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{weeks.map((week) => (
						<tr key={week.days[0]?.date}>
							{week.days.map((day, column) => (
								<DayCell
									key={day.date}
									day={day}
									week={week}
									column={column}
									views={views}
									isToday={day.date === today}
									href={dayHref(day.date)}
								/>
							))}
						</tr>
					))}
				</tbody>
			</table>
			<MonthKeys gridId={GRID_ID} />
		</>
	);
}

/** Arabic has no short names of the days, only letters, which a phone's column has room for. */
function ColumnName({ date }: { date: string }) {
	const locale = useLocale();
	const short = formatWeekdayShort(date, locale);
	if (locale !== "ar") return short;
	return (
		<>
			<span className="sm:hidden">{formatWeekdayLetter(date, locale)}</span>
			<span className="hidden sm:inline">{short}</span>
		</>
	);
}

type CellProps = {
	day: MonthDay;
	week: MonthWeek;
	column: number;
	views: Props["views"];
	isToday: boolean;
	href: Href;
};

function DayCell({ day, week, column, views, isToday, href }: CellProps) {
	const t = useTranslations("events.month");
	const isTheDay = day.date.endsWith(THE_DAY);
	return (
		<td
			className={classNames(
				"relative h-16 border-b border-line p-0 align-top md:h-32 md:border-s md:first:border-s-0",
				!day.isInMonth && "bg-sunken text-muted",
			)}
			aria-current={isToday ? "date" : undefined}
		>
			<DayLink day={day} isToday={isToday} isTheDay={isTheDay} href={href} />
			<div className="relative" style={{ blockSize: `${week.lanes * 1.75}rem` }}>
				{week.bars
					.filter((bar) => bar.column === column)
					.map((bar) => (
						<Bar key={bar.id} bar={bar} view={views.get(bar.id)} />
					))}
			</div>
			<ul className="hidden flex-col gap-1 px-2 pb-2 md:flex">
				{day.shown.map((id) => (
					<SingleEvent key={id} view={views.get(id)} />
				))}
				{day.more > 0 && (
					<li>
						<Link href={href} prefetch={false} className="text-xs text-muted text-link">
							{t("more", { count: day.more })}
						</Link>
					</li>
				)}
			</ul>
		</td>
	);
}

function DayLink({
	day,
	isToday,
	isTheDay,
	href,
}: Pick<CellProps, "day" | "isToday" | "href"> & { isTheDay: boolean }) {
	const t = useTranslations("events.month");
	const locale = useLocale();
	const date = formatDay(day.date, locale);
	return (
		<Link
			href={href}
			prefetch={false}
			data-day={day.date}
			aria-label={t("day", { date, count: day.events })}
			className={classNames(
				"flex min-h-11 flex-wrap items-center gap-x-1.5 px-1 no-underline hover:text-accent sm:px-2",
				isTheDay && "border-t-2 border-rule font-semibold",
			)}
		>
			<span
				className={classNames(
					"figures",
					isToday && "rounded-sm bg-ink px-1.5 text-paper",
					day.events === 0 && !isToday && "text-muted",
				)}
			>
				{Number(day.date.slice(8))}
			</span>
			{day.events > 0 && (
				<span className="figures rounded-sm bg-sunken px-1 text-xs font-normal text-ink-soft">
					{day.events}
				</span>
			)}
		</Link>
	);
}

function Bar({ bar, view }: { bar: MonthWeek["bars"][number]; view: EventView | undefined }) {
	const locale = useLocale();
	if (!view?.startDate) return null;
	const range = formatDayRange(view.startDate, view.endDate, locale);
	return (
		<Link
			href={view.path}
			prefetch={false}
			title={`${view.title}, ${range}`}
			aria-label={`${view.title}, ${range}`}
			lang={view.titleLanguage ?? undefined}
			className={classNames(
				"absolute z-10 flex h-6 items-center overflow-hidden bg-accent-soft px-1.5 text-xs text-ink no-underline hover:underline",
				bar.isContinued ? "rounded-s-none" : "border-s-2 border-rule rounded-s-sm",
				bar.goesOn ? "rounded-e-none" : "rounded-e-sm",
			)}
			style={{
				insetBlockStart: `${bar.lane * 1.75}rem`,
				insetInlineStart: bar.isContinued ? 0 : "0.25rem",
				inlineSize: `calc(${bar.span * 100}% - ${bar.isContinued ? 0 : 0.25}rem - ${bar.goesOn ? 0 : 0.25}rem)`,
			}}
		>
			<span className="truncate">{view.title}</span>
		</Link>
	);
}

function SingleEvent({ view }: { view: EventView | undefined }) {
	if (!view) return null;
	return (
		<li className="min-w-0 leading-snug">
			<Link
				href={view.path}
				prefetch={false}
				lang={view.titleLanguage ?? undefined}
				className={classNames(
					"line-clamp-2 text-xs no-underline hover:text-accent hover:underline",
					view.status === "cancelled" && "line-through",
				)}
			>
				{view.startTime && <span className="figures me-1 text-muted">{view.startTime}</span>}
				{view.title}
			</Link>
		</li>
	);
}
