import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { type DayGroup, type EventView, groupByDay } from "@/lib/calendar/event-view";
import { formatDay, formatWeekday } from "@/lib/time/format";
import { EventRow } from "./event-row";

/** The day of commemoration stands out. */
const THE_DAY = "-02-26";
/** A day of more events is so high that its rows, not the day, wait to be near. */
const SHORT_DAY = 3;

type Props = {
	events: readonly EventView[];
	/** Heading level of the days. */
	level: 2 | 3;
};

/** Events under the days on which they begin, where they begin. */
export function EventDays({ events, level }: Props) {
	const locale = useLocale();
	return (
		<div className="flex flex-col gap-10">
			{groupByDay(events, locale).map((group) => {
				const isPast = group.events.every((event) => event.phase === "past");
				const isShort = group.events.length <= SHORT_DAY;
				return (
					<section
						key={group.key}
						className={classNames(
							"grid gap-x-10 border-t border-ink pt-4 lg:grid-cols-[14rem_1fr]",
							isShort && "drawn-when-near [--near-height:12rem]",
						)}
					>
						<DayHeading group={group} level={level} isPast={isPast} />
						<ul className="min-w-0 lg:-mt-5">
							{group.events.map((event) => (
								<li
									key={event.id}
									className={classNames(
										"border-t border-line first:border-t-0",
										!isShort && "drawn-when-near",
									)}
								>
									<EventRow event={event} level={level === 2 ? 3 : 4} withoutPast={isPast} />
								</li>
							))}
						</ul>
					</section>
				);
			})}
		</div>
	);
}

type HeadingProps = { group: DayGroup; level: 2 | 3; isPast: boolean };

function DayHeading({ group, level, isPast }: HeadingProps) {
	const t = useTranslations("events");
	const locale = useLocale();
	const Heading = `h${level}` as const;
	if (group.date === null) {
		return (
			<Heading className="text-lg leading-snug">
				{group.year === null
					? t("dateNotKnown")
					: t("dateNotKnownInYear", { year: String(group.year) })}
			</Heading>
		);
	}
	return (
		<Heading className="text-lg leading-snug">
			<time
				dateTime={group.date}
				className={classNames(
					"block",
					group.date.endsWith(THE_DAY) && "border-s-2 border-rule ps-4",
				)}
			>
				<span className="block">{formatDay(group.date, locale)}</span>
				<span className="block text-sm font-normal text-muted">
					{formatWeekday(group.date, locale)}
					{isPast && <span className="ms-3 border-s border-line-strong ps-3">{t("past")}</span>}
				</span>
			</time>
		</Heading>
	);
}
