import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-fields";

/** Looks for an organisation that nobody looks after yet. */
export function SearchForm({ locale, query }: { locale: string; query: string }) {
	const t = useTranslations("claim");
	return (
		<form
			action={`/${locale}/my/organisations/claim`}
			className="flex max-w-narrow flex-wrap items-end gap-3"
		>
			<TextField
				name="q"
				label={t("search")}
				hint={t("searchHint")}
				defaultValue={query}
				maxLength={160}
				className="grow"
				plain
			/>
			<Button type="submit" variant="secondary">
				{t("find")}
			</Button>
		</form>
	);
}
