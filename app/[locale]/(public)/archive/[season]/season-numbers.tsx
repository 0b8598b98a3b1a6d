import { useTranslations } from "next-intl";
import { NumberRow } from "@/components/calendar/number-row";
import type { SeasonPage } from "@/lib/calendar/archive";

type Props = {
	page: SeasonPage;
	/** False while events may still be added to it. */
	isOver: boolean;
};

/** What a season comes to, and how that compares with the year before. */
export function SeasonNumbers({ page, isOver }: Props) {
	const t = useTranslations("season");
	const places = useTranslations("places");
	const home = useTranslations("home");
	const { events, countries, cities, organisers, withoutDay } = page.numbers;
	return (
		<div>
			<NumberRow
				title={places("numbers")}
				items={[
					{ key: "events", value: events, label: home("events", { count: events }) },
					{
						key: "countries",
						value: countries,
						label: home("countries", { count: countries }),
					},
					{ key: "cities", value: cities, label: home("cities", { count: cities }) },
					{
						key: "organisers",
						value: organisers,
						label: places("organisersCounted", { count: organisers }),
					},
				]}
			/>
			<div className="mt-8 flex max-w-narrow flex-col gap-1 text-ink-soft">
				{page.season !== null && (isOver ? <Change page={page} /> : <p>{t("goingOn")}</p>)}
				{page.attendance && (
					<p>
						{t("attendance", {
							reported: page.attendance.events,
							events,
							people: page.attendance.people,
						})}
					</p>
				)}
				{page.season !== null && withoutDay > 0 && <p>{t("withoutDay", { count: withoutDay })}</p>}
			</div>
		</div>
	);
}

function Change({ page: { season, numbers, before } }: { page: SeasonPage }) {
	const t = useTranslations("season");
	const year = String((season ?? 0) - 1);
	if (!before) return <p>{t("noneBefore", { year })}</p>;
	const change = numbers.events - before.events;
	if (change === 0) return <p>{t("same", { year })}</p>;
	return <p>{t(change > 0 ? "more" : "fewer", { count: Math.abs(change), year })}</p>;
}
