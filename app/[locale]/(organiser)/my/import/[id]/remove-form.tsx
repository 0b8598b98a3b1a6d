import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MyImport } from "@/lib/imports/queries";
import { removeImport } from "../actions";
import { ImportForm } from "../import-form";

/** Throws an import away that has not become events. */
export async function RemoveForm({ found, locale }: { found: MyImport; locale: string }) {
	const t = await getTranslations("imports.result");
	return (
		<ImportForm
			action={removeImport}
			hidden={{ locale, importId: found.id, version: String(found.version) }}
		>
			<SubmitButton variant="quiet">{t("delete")}</SubmitButton>
		</ImportForm>
	);
}
