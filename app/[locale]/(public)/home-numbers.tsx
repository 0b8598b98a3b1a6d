import { useFormatter, useTranslations } from "next-intl";
import { DaysLeft } from "@/components/calendar/days-left";
import { Stat } from "@/components/ui/card";
import type { seasonNumbers } from "@/lib/calendar/queries";
import { nextCommemoration } from "@/lib/time/season";
import { addDays, todayIn } from "@/lib/time/wall-time";

type Props = { numbers: Awaited<ReturnType<typeof seasonNumbers>>; now: Date };

/** How long until the day, and what has been announced for it. */
export function HomeNumbers({ numbers, now }: Props) {
	const t = useTranslations("home");
	const format = useFormatter();
	const today = todayIn("UTC", now);
	const byDay = Object.fromEntries(
		[-1, 0, 1].map((shift) => {
			const day = addDays(today, shift);
			return [day, <DaysUntil key={day} today={day} />];
		}),
	);
	const counts = [
		{ key: "events", count: numbers.events },
		{ key: "countries", count: numbers.countries.length },
		{ key: "cities", count: numbers.cities },
	] as const;
	return (
		<section aria-labelledby="numbers">
			<h2 id="numbers" className="sr-only">
				{t("season", { season: String(numbers.season) })}
			</h2>
			<div className="grid grid-cols-2 gap-x-6 gap-y-10 lg:grid-cols-4 lg:gap-x-10">
				<DaysLeft byDay={byDay} today={today} />
				{numbers.events > 0 &&
					counts.map(({ key, count }) => (
						<Stat key={key} value={format.number(count)} label={t(key, { count })} />
					))}
			</div>
		</section>
	);
}

function DaysUntil({ today }: { today: string }) {
	const t = useTranslations("home");
	const format = useFormatter();
	const { daysLeft } = nextCommemoration(new Date(`${today}T12:00:00Z`), "UTC");
	return <Stat value={format.number(daysLeft)} label={t("daysLeft", { count: daysLeft })} />;
}
