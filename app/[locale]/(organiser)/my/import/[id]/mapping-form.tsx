import { getTranslations } from "next-intl/server";
import { KeptForm } from "@/app/kept-form";
import { Fieldset } from "@/components/ui/choices";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField } from "@/components/ui/text-fields";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { ATTENDANCE_MODES } from "@/lib/events/schema";
import { allTableFields } from "@/lib/events/table-fields";
import { tableWords } from "@/lib/events/table-words";
import { listRows, type MyImport } from "@/lib/imports/queries";
import { listCountries } from "@/lib/places/countries";
import { isLocale } from "@/lib/text/languages";
import { truncate } from "@/lib/text/plain";
import { nameColumns } from "../actions";
import { RemoveForm } from "./remove-form";

/** What each column of the file is, guessed and correctable, and what holds for all rows. */
export async function MappingForm({ found, locale }: { found: MyImport; locale: string }) {
	const t = await getTranslations("imports.mapping");
	const words = await tableWords(isLocale(locale) ? locale : "en");
	const { rows } = await listRows(found.id, { show: "all", limit: 1 });
	const fields = allTableFields().map((field) => ({ value: field, label: words.header(field) }));
	const { columns, constants } = found.mapping;
	return (
		<div className="flex max-w-narrow flex-col gap-10">
			<KeptForm
				action={nameColumns}
				hidden={{ locale, importId: found.id, version: String(found.version) }}
				className="flex flex-col gap-10"
			>
				<Fieldset name="columns" legend={t("title")} hint={t("lead")} size="section">
					{found.headers.map((header, index) => (
						<SelectField
							// biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
							key={index}
							id={`columns.${index}`}
							name={`columns[${index}]`}
							label={<bdi>{header || t("unnamed", { number: String(index + 1) })}</bdi>}
							hint={exampleOf(rows[0]?.cells[index], (cell) => t("example", { cell }))}
							plain
							defaultValue={columns[index] ?? ""}
							options={[{ value: "", label: t("aside") }, ...fields]}
						/>
					))}
				</Fieldset>
				<Fieldset name="constants" legend={t("forAll")} size="section">
					<SelectField
						name="type"
						label={words.header("type")}
						plain
						defaultValue={constants.type ?? ""}
						options={[
							{ value: "", label: t("eachRow") },
							...EVENT_TYPES.map((type) => ({ value: type, label: words.type(type) })),
						]}
					/>
					<SelectField
						name="attendanceMode"
						label={words.header("attendanceMode")}
						plain
						defaultValue={constants.attendanceMode ?? ""}
						options={[
							{ value: "", label: t("eachRow") },
							...ATTENDANCE_MODES.map((mode) => ({
								value: mode,
								label: words.attendanceMode(mode),
							})),
						]}
					/>
					<SelectField
						name="country"
						label={words.header("country")}
						plain
						defaultValue={constants.country ?? ""}
						options={[
							{ value: "", label: t("eachRow") },
							...listCountries(locale).map(({ code, name }) => ({ value: code, label: name })),
						]}
					/>
				</Fieldset>
				<div>
					<SubmitButton>{t("check")}</SubmitButton>
				</div>
			</KeptForm>
			<RemoveForm found={found} locale={locale} />
		</div>
	);
}

function exampleOf(cell: string | undefined, write: (cell: string) => string): string | undefined {
	return cell ? write(truncate(cell, 80)) : undefined;
}
