import "server-only";
import { createTranslator } from "next-intl";
import { loadMessages } from "@/i18n/messages";
import type { Figures, RecapTally } from "@/lib/moderation/figures";
import { COUNTED, type Compared, type Tally, totalOf } from "@/lib/moderation/tallies";
import { BYTE_ORDER_MARK, csvLine } from "@/lib/text/csv";
import type { Locale } from "@/lib/text/languages";
import { BREAKDOWNS, namesOf } from "../figure-names";

type Line = {
	season: number;
	by: string;
	code: string;
	name: string;
	tally?: Tally;
	organisations?: number;
	recaps?: RecapTally | undefined;
	/** Of a day: only its submissions. */
	submissions?: number;
};

/** The figures as one table: a line for each season in all, by country and so on, then one for each day. */
export async function writeFigures(figures: Figures, locale: Locale): Promise<string> {
	const words: ReturnType<typeof createTranslator> = createTranslator({
		locale,
		messages: await loadMessages(locale),
	});
	const t = (key: string) => words(`figures.${key}`);
	const measures = [
		...COUNTED.map((key) => t(`measures.${key}`)),
		t("file.medianHours"),
		t("file.ninetiethHours"),
		t("measures.organisations"),
		t("measures.recaps"),
	];
	const columns = ["season", "by", "code", "name"].map((key) => t(`file.${key}`));
	const recapColumns = ["told", "least", "most"].map((key) => t(`file.${key}`));
	const lines = await linesOf(figures, locale, t);
	return (
		BYTE_ORDER_MARK +
		csvLine([...columns, ...measures, ...recapColumns]) +
		lines.map((line) => csvLine(cellsOf(line))).join("")
	);
}

async function linesOf(
	{ season, tallies, organisations, recaps, days }: Figures,
	locale: Locale,
	t: (key: string) => string,
): Promise<Line[]> {
	const names = await namesOf(locale);
	const recapsOf = (key: string) => recaps.find((each) => each.key === key);
	const total = totalOf(tallies);
	const inBoth = ({ now, before }: Compared<Tally>, line: Omit<Line, "season" | "tally">) => {
		const told = line.by === "" || line.by === t("by.country.name") ? recapsOf(line.code) : null;
		return [
			{ ...line, season, tally: now, recaps: told?.now },
			{ ...line, season: season - 1, tally: before, recaps: told?.before },
		];
	};
	return [
		...inBoth(total, { by: "", code: "", name: t("file.all") }).map((line) => ({
			...line,
			organisations: line.season === season ? organisations.now : organisations.before,
		})),
		...BREAKDOWNS.flatMap((dimension) =>
			tallies[dimension].flatMap((row) =>
				inBoth(row, {
					by: t(`by.${dimension}.name`),
					code: row.key,
					name: names[dimension](row.key),
				}),
			),
		),
		...days.map(({ date, count }) => ({
			season,
			by: t("file.day"),
			code: date,
			name: date,
			submissions: count,
		})),
	];
}

function cellsOf({ season, by, code, name, tally, ...line }: Line): string[] {
	const { organisations, recaps, submissions } = line;
	const counted = COUNTED.map((key) => tally?.[key]);
	if (submissions !== undefined) counted[0] = submissions;
	const numbers = [
		...counted,
		rounded(tally?.medianHours),
		rounded(tally?.ninetiethHours),
		organisations,
		recaps?.recaps,
		recaps?.told,
		recaps?.attendanceMin,
		recaps?.attendanceMax,
	];
	return [String(season), by, code, name, ...numbers.map((each) => String(each ?? ""))];
}

function rounded(hours: number | null | undefined): number | undefined {
	return typeof hours === "number" ? Math.round(hours * 10) / 10 : undefined;
}
