import { useFormatter, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { Link } from "@/i18n/navigation";
import { seasonPath } from "@/lib/calendar/paths";
import { anniversaryOf } from "@/lib/time/season";
import type { Year } from "./years";

/** The past years with their numbers, the newest first. */
export function SeasonTable({ years }: { years: readonly Year[] }) {
	const t = useTranslations("archive");
	const format = useFormatter();
	const number = (value: number | undefined) => format.number(value ?? 0);
	return (
		<Table
			caption={t("chart")}
			hideCaption
			rows={[...years].reverse()}
			rowKey={({ year }) => year}
			columns={[
				{
					key: "year",
					header: t("year"),
					isRowHeader: true,
					cell: ({ year, numbers }) =>
						numbers ? (
							<Link
								href={seasonPath(year)}
								prefetch={false}
								className="figures inline-flex min-h-11 items-center text-lg text-link md:min-h-8"
							>
								{year}
							</Link>
						) : (
							<span className="figures text-lg text-muted">{year}</span>
						),
				},
				{
					key: "anniversary",
					header: t("anniversary"),
					align: "end",
					cell: ({ year }) => format.number(anniversaryOf(year)),
				},
				{
					key: "events",
					header: t("events"),
					align: "end",
					cell: ({ numbers }) => number(numbers?.events),
				},
				{
					key: "change",
					header: t("change"),
					align: "end",
					cell: (each) => <Change {...each} />,
				},
				{
					key: "countries",
					header: t("countries"),
					align: "end",
					cell: ({ numbers }) => number(numbers?.countries),
				},
				{
					key: "cities",
					header: t("cities"),
					align: "end",
					cell: ({ numbers }) => number(numbers?.cities),
				},
				{
					key: "organisers",
					header: t("organisers"),
					align: "end",
					cell: ({ numbers }) => number(numbers?.organisers),
				},
			]}
		/>
	);
}

function Change({ year, numbers, change }: Year) {
	const t = useTranslations("archive");
	const format = useFormatter();
	if (numbers === null) return null;
	if (change === null) return t("noneBefore", { year: String(year - 1) });
	if (change === 0) return t("same");
	return t(change > 0 ? "more" : "fewer", { count: format.number(Math.abs(change)) });
}
