"use client";

import { useTranslations } from "next-intl";
import { type FieldOf, KeptForm } from "@/app/kept-form";
import { Fieldset } from "@/components/ui/choices";
import { Disclosure } from "@/components/ui/disclosure";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-fields";
import { LOCALE_NAMES } from "@/i18n/routing";
import type { SeasonView } from "@/lib/moderation/season-queries";
import { directionOf, LOCALES } from "@/lib/text/languages";
import { saveSeasonAction } from "../actions";

/** Window and theme of a season; languages that have a theme, or were refused, stand open. */
export function SeasonForm({ season, locale }: { season: SeasonView; locale: string }) {
	const t = useTranslations("seasons.form");
	const { year, version } = season;
	return (
		<KeptForm
			action={saveSeasonAction}
			hidden={{ locale, year, version }}
			className="flex flex-col gap-12"
		>
			{(fieldOf) => (
				<>
					<Fieldset name="window" legend={t("window")} hint={t("windowHint")}>
						<div className="grid gap-6 pt-3 sm:grid-cols-2">
							<TextField
								{...fieldOf("opensOn", season.opensOn ?? "")}
								type="date"
								label={t("opensOn")}
							/>
							<TextField
								{...fieldOf("closesOn", season.closesOn ?? "")}
								type="date"
								label={t("closesOn")}
							/>
						</div>
					</Fieldset>
					<Fieldset name="texts" legend={t("theme")} hint={t("themeHint")} optional>
						<ThemeTexts season={season} fieldOf={fieldOf} />
					</Fieldset>
					<div>
						<SubmitButton>{t("save")}</SubmitButton>
					</div>
				</>
			)}
		</KeptForm>
	);
}

function ThemeTexts({ season, fieldOf }: { season: SeasonView; fieldOf: FieldOf }) {
	const t = useTranslations("seasons.form");
	return (
		<div className="-space-y-px pt-3">
			{LOCALES.map((locale) => {
				const text = season.texts.find((each) => each.locale === locale);
				const partOf = (part: "title" | "text") => ({
					...fieldOf(`texts.${locale}.${part}`, text?.[part]),
					lang: locale,
					dir: directionOf(locale),
					plain: true,
				});
				const [title, paragraph] = [partOf("title"), partOf("text")];
				const isRefused = title.error !== undefined || paragraph.error !== undefined;
				return (
					<Disclosure
						// A refused one opens also where its reader had closed it.
						key={`${locale} ${isRefused}`}
						summary={<span lang={locale}>{LOCALE_NAMES[locale]}</span>}
						open={text !== undefined || isRefused}
					>
						<div className="flex flex-col gap-4">
							<TextField {...title} label={t("title")} maxLength={120} />
							<TextareaField {...paragraph} label={t("text")} maxLength={600} rows={4} />
						</div>
					</Disclosure>
				);
			})}
		</div>
	);
}
