import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { columnHelp } from "@/app/[locale]/(organiser)/my/import/column-help";
import { defineViewerRoute } from "@/app/define-route";
import { readParameters } from "@/app/query-parameters";
import { DomainError } from "@/lib/errors";
import { tableColumns, templateLanguages } from "@/lib/events/table-fields";
import { tableWords } from "@/lib/events/table-words";
import { WORKBOOK_TYPE, writeWorkbook } from "@/lib/imports/write-workbook";
import { BYTE_ORDER_MARK, csvLine } from "@/lib/text/csv";
import { directionOf, LOCALES } from "@/lib/text/languages";

export const dynamic = "force-dynamic";

const parameters = z.strictObject({ lang: z.enum(LOCALES).default("en") });

/** The import's empty table in the reader's language; the XLSX file explains its columns on a second sheet. */
export const GET = defineViewerRoute({
	name: "own.template",
	async run({ url, params, viewer }) {
		if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
		const { lang } = readParameters(url, parameters);
		const columns = tableColumns(templateLanguages(lang));
		const words = await tableWords(lang);
		const headers = columns.map(words.header);
		if (params.file === "events.csv")
			return fileOf(BYTE_ORDER_MARK + csvLine(headers), "text/csv; charset=utf-8", "csv");
		if (params.file !== "events.xlsx") throw new DomainError("not_found");
		const t = await getTranslations({ locale: lang, namespace: "imports.template" });
		const help = await columnHelp(lang);
		const explained = columns.map((column, index) => [headers[index] ?? "", help(column)]);
		const sheets = [
			{ name: t("sheet"), rows: [headers] },
			{ name: t("columns"), rows: [[t("column"), t("write")], ...explained], widths: [32, 90] },
		];
		const bytes = writeWorkbook(sheets, { isRightToLeft: directionOf(lang) === "rtl" });
		return fileOf(bytes, WORKBOOK_TYPE, "xlsx");
	},
});

function fileOf(body: BodyInit, type: string, extension: string): Response {
	return new Response(body, {
		headers: {
			"Content-Type": type,
			"Content-Disposition": `attachment; filename="events-template.${extension}"`,
		},
	});
}
