import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import type { Figures, RecapTally } from "@/lib/moderation/figures";
import { COUNTED, type Tally, totalOf } from "@/lib/moderation/tallies";
import { Duration } from "./duration";

type Row = { key: string; name: string; now: ReactNode; before: ReactNode };

/** What a season comes to, beside the one before it. */
export function SeasonFigures({ figures }: { figures: Figures }) {
	const t = useTranslations("figures");
	const format = useFormatter();
	const total = totalOf(figures.tallies);
	const recaps = figures.recaps.find(({ key }) => key === "");
	const row = (key: string, name: string, cell: (which: "now" | "before") => ReactNode): Row => ({
		key,
		name,
		now: cell("now"),
		before: cell("before"),
	});
	const duration = (key: keyof Pick<Tally, "medianHours" | "ninetiethHours">) =>
		row(key, t(`measures.${key}`), (which) => <Duration hours={total[which][key]} />);
	const rows = [
		...COUNTED.map((key) =>
			row(key, t(`measures.${key}`), (which) => format.number(total[which][key])),
		),
		duration("medianHours"),
		duration("ninetiethHours"),
		row("organisations", t("measures.organisations"), (which) =>
			format.number(figures.organisations[which]),
		),
		row("recaps", t("measures.recaps"), (which) => format.number(recaps?.[which].recaps ?? 0)),
		row("attendance", t("measures.attendance"), (which) => (
			<AttendanceTold recaps={recaps?.[which]} />
		)),
	];
	return (
		<Table
			caption={t("summary")}
			rows={rows}
			rowKey={({ key }) => key}
			columns={[
				{ key: "name", header: t("measure"), isRowHeader: true, cell: ({ name }) => name },
				{
					key: "now",
					header: t("inSeason", { year: String(figures.season) }),
					align: "end",
					cell: ({ now }) => now,
				},
				{
					key: "before",
					header: t("inSeason", { year: String(figures.season - 1) }),
					align: "end",
					cell: ({ before }) => before,
				},
			]}
		/>
	);
}

/** How many came, as recaps tell it, and how many of them do. */
export function AttendanceTold({ recaps }: { recaps: RecapTally | undefined }) {
	const t = useTranslations("figures");
	const format = useFormatter();
	if (!recaps || recaps.told === 0) return "–";
	const [least, most] = [format.number(recaps.attendanceMin), format.number(recaps.attendanceMax)];
	const people = least === most ? least : `${least}–${most}`;
	return t("told", { people, count: recaps.told });
}
