import { getTranslations } from "next-intl/server";
import { KeptForm } from "@/app/kept-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MyImport } from "@/lib/imports/queries";
import { removeImport } from "../actions";

/** Throws an import away that has not become events. */
export async function RemoveForm({ found, locale }: { found: MyImport; locale: string }) {
	const t = await getTranslations("imports.result");
	return (
		<KeptForm
			action={removeImport}
			hidden={{ locale, importId: found.id, version: String(found.version) }}
		>
			<SubmitButton variant="quiet">{t("delete")}</SubmitButton>
		</KeptForm>
	);
}
