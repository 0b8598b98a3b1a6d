import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeptForm } from "@/app/kept-form";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-fields";
import { tableWords } from "@/lib/events/table-words";
import { findRow } from "@/lib/imports/queries";
import type { Problem } from "@/lib/imports/schema";
import { isLocale } from "@/lib/text/languages";
import { saveRow } from "../../../actions";
import { problemSentence } from "../../checked-row";
import { findMyImport } from "../../find-my-import";

type Props = { params: Promise<{ locale: string; id: string; number: string }> };

const LONG = 100;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const t = await getTranslations("imports.mend");
	return { title: t("title", { number: (await params).number }) };
}

/** The cells of one row, to be mended. */
export default async function MendRowPage({ params }: Props) {
	const { locale, id, number } = await params;
	const viewer = await requireViewer(locale, `/my/import/${id}/rows/${number}`);
	const found = await findMyImport(viewer, id);
	const row = /^\d{1,6}$/.test(number) ? await findRow(id, Number(number)) : null;
	if (!row || found.state !== "checked") notFound();
	const [t, imports] = await Promise.all([
		getTranslations("imports.mend"),
		getTranslations("imports"),
	]);
	const words = await tableWords(isLocale(locale) ? locale : "en");
	const sentences = await sentencesByColumn(row.problems);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: imports("title"), href: "/my/import" },
					{ label: found.organisation.name, href: `/my/import/${id}` },
					{ label: t("title", { number }) },
				]}
				title={t("title", { number })}
			/>
			<ClientMessages namespaces={["ui", "errors"]}>
				<KeptForm
					action={saveRow}
					hidden={{ locale, importId: id, version: String(found.version), number }}
					className="flex flex-col gap-6"
				>
					{found.headers.map((header, column) => {
						const field = found.mapping.columns[column];
						const cell = row.cells[column] ?? "";
						const name = `cells[${column}]`;
						if (!field) return <input key={name} type="hidden" name={name} value={cell} />;
						const props = {
							id: `cells.${column}`,
							name,
							label: words.header(field),
							error: sentences.get(column),
							defaultValue: cell,
							plain: true,
							dir: "auto",
							title: header,
						};
						return cell.length > LONG || field.startsWith("description.") ? (
							<TextareaField key={name} {...props} />
						) : (
							<TextField key={name} {...props} />
						);
					})}
					<div>
						<SubmitButton>{t("save")}</SubmitButton>
					</div>
				</KeptForm>
			</ClientMessages>
		</Container>
	);
}

async function sentencesByColumn(problems: readonly Problem[]): Promise<Map<number, string>> {
	const sentences = new Map<number, string>();
	for (const problem of problems) {
		if (problem.column !== null) sentences.set(problem.column, await problemSentence(problem));
	}
	return sentences;
}
