import { useTranslations } from "next-intl";
import {
	type ProgrammeItem,
	type Speaker,
	titlesOf,
	writtenProgramme,
} from "@/lib/calendar/programme";
import { dateOfItem } from "@/lib/calendar/programme-times";
import { bestText, directionOf } from "@/lib/text/languages";
import { formatDay, formatTimeRange, formatWeekday } from "@/lib/time/format";
import type { Schedule } from "@/lib/time/schedule";

type Props = { programme: readonly ProgrammeItem[]; schedule: Schedule; locale: string };

/** The parts of an event as a list by days and clocks of the place; nothing where it has none. */
export function Programme({ programme, schedule, locale }: Props) {
	const t = useTranslations("event");
	const items = writtenProgramme(programme);
	if (items.length === 0) return null;
	const days = [...new Set(items.map(({ day }) => day))];
	const hasDays =
		days.length > 1 || (schedule.endDate ?? schedule.startDate) !== schedule.startDate;
	return (
		<section aria-labelledby="programme">
			<h2 id="programme" className="text-xl font-medium">
				{t("programme")}
			</h2>
			{days.map((day) => (
				<div key={day} className="mt-4">
					{hasDays && (
						<h3 className="mb-2 font-medium first-letter:uppercase">
							<DayName day={day} schedule={schedule} locale={locale} />
						</h3>
					)}
					<ol className="divide-y divide-line border-y border-line">
						{items
							.filter((item) => item.day === day)
							.map((item) => (
								<Item
									key={`${item.startTime} ${JSON.stringify(item.titles)}`}
									item={item}
									locale={locale}
								/>
							))}
					</ol>
				</div>
			))}
		</section>
	);
}

function DayName({ day, schedule, locale }: { day: number; schedule: Schedule; locale: string }) {
	const t = useTranslations("event");
	const date = dateOfItem({ day }, schedule);
	if (date === null) return t("programmeDay", { number: day });
	return (
		<time dateTime={date}>
			{t("programmeDate", { weekday: formatWeekday(date, locale), day: formatDay(date, locale) })}
		</time>
	);
}

function Item({ item, locale }: { item: ProgrammeItem; locale: string }) {
	const best = bestText(titlesOf(item), locale);
	const foreign = best?.isFallback
		? { lang: best.text.locale, dir: directionOf(best.text.locale) }
		: {};
	return (
		<li className="grid gap-x-6 gap-y-1 py-4 break-inside-avoid sm:grid-cols-[8rem_minmax(0,1fr)]">
			<p className="figures text-ink-soft">
				{item.startTime && formatTimeRange(item.startTime, item.endTime, locale)}
			</p>
			<div className="min-w-0">
				<p className="font-medium wrap-anywhere">
					<bdi {...foreign}>{best?.text.title}</bdi>
				</p>
				{item.speakers.length > 0 && (
					<ul className="mt-1 flex flex-col gap-0.5">
						{item.speakers.map((speaker) => (
							<SpeakerLine key={`${speaker.name} ${speaker.role}`} speaker={speaker} />
						))}
					</ul>
				)}
			</div>
		</li>
	);
}

function SpeakerLine({ speaker: { name, role } }: { speaker: Speaker }) {
	return (
		<li className="wrap-anywhere">
			<bdi>{name}</bdi>
			{role && (
				<span className="text-sm text-muted">
					{" · "}
					<bdi>{role}</bdi>
				</span>
			)}
		</li>
	);
}
