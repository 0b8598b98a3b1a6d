import { getLocale, getTranslations } from "next-intl/server";
import { KeptForm } from "@/app/kept-form";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { TableField } from "@/lib/events/table-fields";
import { tableWords } from "@/lib/events/table-words";
import type { ImportRowView, MyImport } from "@/lib/imports/queries";
import { isShutKey, type Problem } from "@/lib/imports/schema";
import { isLocale } from "@/lib/text/languages";
import { truncate } from "@/lib/text/plain";
import { formatDay } from "@/lib/time/format";
import { leaveRowsOut } from "../actions";

type Props = {
	row: ImportRowView;
	found: MyImport;
	locale: string;
	hidden: Record<string, string>;
};

/** A row of the file with all that is wrong with it, column by column. */
export async function CheckedRow({ row, found, locale, hidden }: Props) {
	const t = await getTranslations("imports.result");
	const number = String(row.number);
	const titleColumn = found.mapping.columns.findIndex((field) => field?.startsWith("title."));
	const isGood = row.problems.length === 0;
	const isGoodAsDraft = row.problems.every(({ key }) => isShutKey(key));
	return (
		<li className="grid gap-x-8 gap-y-3 py-4 md:grid-cols-[1fr_auto]">
			<div className="min-w-0">
				<p className="font-medium wrap-anywhere">
					{t("row", { number })}
					{titleColumn >= 0 && (
						<span className="ms-3 font-normal">
							<bdi>{row.cells[titleColumn]}</bdi>
						</span>
					)}
				</p>
				{(row.isLeftOut || isGood) && (
					<p className="text-sm text-muted">{t(row.isLeftOut ? "isLeftOut" : "isGood")}</p>
				)}
				{!row.isLeftOut && !isGood && (
					<ul className="mt-1 flex flex-col gap-1">
						{row.problems.map((problem) => (
							<ProblemItem
								key={`${problem.field} ${problem.key}`}
								problem={problem}
								cell={problem.column === null ? "" : (row.cells[problem.column] ?? "")}
								locale={locale}
							/>
						))}
					</ul>
				)}
			</div>
			<div className="flex flex-wrap items-start gap-3">
				{!isGoodAsDraft && !row.isLeftOut && (
					<ButtonLink
						href={`/my/import/${found.id}/rows/${number}`}
						variant="secondary"
						prefetch={false}
					>
						{t("mend", { number })}
					</ButtonLink>
				)}
				<KeptForm
					action={leaveRowsOut}
					hidden={{ ...hidden, number, isLeftOut: row.isLeftOut ? "no" : "yes" }}
				>
					<SubmitButton variant="quiet">
						{t(row.isLeftOut ? "takeIn" : "leaveOut", { number })}
					</SubmitButton>
				</KeptForm>
			</div>
		</li>
	);
}

async function ProblemItem({
	problem,
	cell,
	locale,
}: {
	problem: Problem;
	cell: string;
	locale: string;
}) {
	const [t, sentence, words] = await Promise.all([
		getTranslations("imports.result"),
		problemSentence(problem),
		tableWords(isLocale(locale) ? locale : "en"),
	]);
	const field = problem.field === "title" ? `title.${locale}` : problem.field;
	const column = words.header(field as TableField);
	return (
		<li className="wrap-anywhere">
			{t("problem", { column, problem: sentence })}
			{cell !== "" && (
				<span className="block text-sm text-muted">{t("cell", { cell: truncate(cell, 120) })}</span>
			)}
		</li>
	);
}

/** What is wrong, in the reader's language. */
export async function problemSentence({ key, values }: Problem): Promise<string> {
	const errors: (key: string, values?: Record<string, string>) => string =
		await getTranslations("errors");
	if (!values?.day) return errors(key, values);
	return errors(key, { ...values, day: formatDay(values.day, await getLocale()) });
}
