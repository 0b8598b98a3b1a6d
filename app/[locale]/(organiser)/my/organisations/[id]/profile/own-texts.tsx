"use client";

import { useTranslations } from "next-intl";
import { fieldError, typedValue } from "@/app/form-problems";
import { Fieldset } from "@/components/ui/choices";
import { Disclosure } from "@/components/ui/disclosure";
import { TextareaField, TextField } from "@/components/ui/text-fields";
import { LOCALE_NAMES } from "@/i18n/routing";
import type { FormState } from "@/lib/http/form-state";
import { directionOf, LOCALES } from "@/lib/text/languages";

type Props = {
	texts: readonly { locale: string; name: string; description: string }[];
	state: FormState;
};

/** Name and description in each of our languages; those that are filled in stand open. */
export function OwnTexts({ texts, state }: Props) {
	const t = useTranslations("organisation.profile");
	const errors = useTranslations("errors");
	return (
		<Fieldset name="texts" legend={t("texts")} hint={t("textsHint")} optional>
			<div className="-space-y-px">
				{LOCALES.map((locale) => {
					const text = texts.find((each) => each.locale === locale);
					const fieldOf = (part: "name" | "description") => ({
						name: `texts.${locale}.${part}`,
						error: fieldError(state, `texts.${locale}.${part}`, errors),
						defaultValue: typedValue(state, `texts.${locale}.${part}`) ?? text?.[part] ?? "",
						lang: locale,
						dir: directionOf(locale),
						plain: true,
					});
					return (
						<Disclosure
							key={locale}
							summary={<span lang={locale}>{LOCALE_NAMES[locale]}</span>}
							open={text !== undefined}
						>
							<div className="flex flex-col gap-4">
								<TextField {...fieldOf("name")} label={t("nameIn")} maxLength={160} />
								<TextareaField
									{...fieldOf("description")}
									label={t("description")}
									maxLength={2000}
									rows={5}
								/>
							</div>
						</Disclosure>
					);
				})}
			</div>
		</Fieldset>
	);
}
