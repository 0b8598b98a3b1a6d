"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { RadioGroup } from "@/components/ui/choices";
import { type CoOrganisers, CoOrganisersSection } from "./co-organisers-section";
import type { PinChoices } from "./coordinates-fields";
import type { Preview } from "./description-preview";
import { useEventForm, useIncoming } from "./form-context";
import { FormSection } from "./form-section";
import { HoursSection } from "./hours-section";
import { type Belonging, PartOfField } from "./part-of-field";
import { PicturesSection } from "./pictures-section";
import type { PlaceChoices } from "./place-fields";
import { ProgrammeSection } from "./programme-section";
import { ContactSection, LanguagesSection } from "./simple-sections";
import { type LanguageChoice, type TextAges, TextsSection } from "./texts-section";
import { WhenSection } from "./when-section";
import { WhereSection } from "./where-section";

export type FormChoices = PlaceChoices & {
	types: readonly string[];
	attendanceModes: readonly string[];
	languages: readonly LanguageChoice[];
	/** Those shown first. */
	commonLanguages: readonly string[];
	pin: PinChoices;
};

type Props = {
	organisationId: string;
	textLocales: readonly string[];
	previews: Readonly<Record<string, string>>;
	textAges: TextAges;
	choices: FormChoices;
	eventId: string;
	coOrganisers: CoOrganisers;
	belonging: Belonging;
	preview: Preview;
	/** What is to be said once time and place are known. */
	afterPlace: ReactNode;
};

/** What, when, where, in which languages, whom to ask, pictures. */
export function FormSections({
	organisationId,
	textLocales,
	previews,
	textAges,
	choices,
	eventId,
	coOrganisers,
	belonging,
	preview,
	afterPlace,
}: Props) {
	const t = useTranslations("eventForm");
	const types = useTranslations("eventType");
	const { value, error, note, changed } = useEventForm();
	const [locales, setLocales] = useState(textLocales);
	const [date, setDate] = useState(value("startDate"));
	const [endDate, setEndDate] = useState(value("endDate"));
	const hasSeveralDays = endDate !== "" && endDate !== date;
	const nameOf = (tag: string) => languages.find((language) => language.tag === tag)?.name ?? tag;
	useIncoming(({ names, values }) => {
		const locale = /^texts\.([^.]+)\.title$/.exec(names[0] ?? "")?.[1];
		if (locale)
			setLocales((before) => withLocale(before, locale, `texts.${locale}.title` in values));
		return [];
	});
	useAfterChange(locales, changed);
	const { languages, commonLanguages, attendanceModes, countries, zones, zonesByCountry, pin } =
		choices;
	return (
		<>
			<FormSection name="what" legend={t("what.legend")}>
				<RadioGroup
					name="type"
					legend={t("what.type")}
					error={error("type")}
					defaultValue={value("type")}
					options={choices.types.map((type) => ({ value: type, label: types(type) }))}
					columns={3}
				/>
				{note("type")}
				<TextsSection
					locales={locales}
					onLocales={setLocales}
					languages={languages}
					previews={previews}
					preview={preview}
					ages={textAges}
				/>
				<PartOfField {...belonging} />
			</FormSection>
			<WhenSection onStartDate={setDate} onEndDate={setEndDate} />
			<WhereSection
				attendanceModes={attendanceModes}
				countries={countries}
				zones={zones}
				zonesByCountry={zonesByCountry}
				date={date}
				pin={pin}
			/>
			{afterPlace}
			<HoursSection hasSeveralDays={hasSeveralDays} />
			<ProgrammeSection locales={locales} languageName={nameOf} hasSeveralDays={hasSeveralDays} />
			<LanguagesSection languages={languages} common={commonLanguages} />
			<CoOrganisersSection eventId={eventId} {...coOrganisers} />
			<ContactSection />
			<PicturesSection organisationId={organisationId} locales={locales} languageName={nameOf} />
		</>
	);
}

function withLocale(
	locales: readonly string[],
	locale: string,
	isThere: boolean,
): readonly string[] {
	if (locales.includes(locale) === isThere) return locales;
	return isThere ? [...locales, locale] : locales.filter((other) => other !== locale);
}

/** Calls back after a state has changed and the form shows it, not at first. */
function useAfterChange(state: unknown, changed: () => void): void {
	const before = useRef(state);
	useEffect(() => {
		if (before.current === state) return;
		before.current = state;
		changed();
	}, [state, changed]);
}
