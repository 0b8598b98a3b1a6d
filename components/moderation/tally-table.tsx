import { useFormatter, useTranslations } from "next-intl";
import type { Compared, Tally } from "@/lib/moderation/tallies";
import { Duration } from "./duration";
import { NumberTable } from "./number-table";

type Row = Compared<Tally>;

type Props = {
	title: string;
	/** Head of the column of names. */
	nameHeader: string;
	nameOf: (key: string) => string;
	rows: readonly Row[];
	season: number;
};

/** Submissions by some value, with a bar for each; the numbers beside it are what it draws. */
export function TallyTable({ title, nameHeader, nameOf, rows, season }: Props) {
	const t = useTranslations("figures");
	const format = useFormatter();
	const most = Math.max(1, ...rows.map(({ now }) => now.submissions));
	const counted = (key: "approved" | "byTrust" | "changesRequested" | "rejected" | "waiting") => ({
		key,
		header: t(`measures.${key}`),
		cell: ({ now }: Row) => format.number(now[key]),
	});
	const columns = [
		{ key: "name", header: nameHeader, cell: ({ key }: Row) => nameOf(key) },
		{
			key: "submissions",
			header: t("measures.submissions"),
			cell: ({ now }: Row) => (
				<Bar share={now.submissions / most} value={format.number(now.submissions)} />
			),
		},
		{
			key: "before",
			header: t("inSeason", { year: String(season - 1) }),
			cell: ({ before }: Row) => format.number(before.submissions),
		},
		counted("approved"),
		counted("byTrust"),
		counted("changesRequested"),
		counted("rejected"),
		counted("waiting"),
		{
			key: "median",
			header: t("median"),
			cell: ({ now }: Row) => <Duration hours={now.medianHours} />,
		},
		{
			key: "ninetieth",
			header: t("ninetieth"),
			cell: ({ now }: Row) => <Duration hours={now.ninetiethHours} />,
		},
	];
	return <NumberTable caption={title} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

/** Drawn by a border, which is printed where backgrounds are not. */
function Bar({ share, value }: { share: number; value: string }) {
	return (
		<span className="flex min-w-24 flex-col gap-1.5">
			<span>{value}</span>
			<span aria-hidden="true" className="block border-t border-line">
				<span
					className="block border-t-4 border-ink-soft"
					style={{ inlineSize: `${(share * 100).toFixed(1)}%` }}
				/>
			</span>
		</span>
	);
}
