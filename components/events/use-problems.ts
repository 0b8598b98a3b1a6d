import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FormProblem } from "@/components/ui/error-summary";
import { weekdayName } from "@/lib/calendar/opening-hours";
import type { FieldErrors } from "@/lib/errors";
import type { ShutWindow } from "@/lib/events/season-window";
import type { FormState } from "@/lib/http/form-state";
import { formatDay } from "@/lib/time/format";

const NO_LANGUAGES: readonly { tag: string; ownName: string }[] = [];

/** What a refused form lists above itself: each field by its own name and what is wrong with it. */
export function useProblems(
	state: FormState,
	languages: readonly { tag: string; ownName: string }[] = NO_LANGUAGES,
): readonly FormProblem[] {
	const errors = useTranslations("errors");
	const sentencesOf = useFieldProblems(languages);
	return useMemo(() => {
		if (state === null || state.ok) return [];
		const listed = sentencesOf(state.fields);
		return listed.length > 0
			? listed
			: [{ message: errors(state.code, { reference: state.requestId ?? "" }) }];
	}, [state, sentencesOf, errors]);
}

/** Turns field errors into sentences such as "Start time: Enter a time from 00:00 to 23:59." */
export function useFieldProblems(
	languages: readonly { tag: string; ownName: string }[] = NO_LANGUAGES,
): (fields: FieldErrors) => FormProblem[] {
	const errors = useTranslations("errors");
	const t = useTranslations("eventForm");
	const label = useFieldLabel(languages);
	return useMemo(
		() => (fields) =>
			Object.entries(fields).map(([field, key]) => ({
				field: controlOf(field),
				message: t("problem", { field: label(field), problem: errors(key) }),
			})),
		[errors, t, label],
	);
}

/** Why what was saved cannot be handed in: the window of its season, and when it opens or closed. */
export function useShutProblems(shut: ShutWindow | null): readonly FormProblem[] | null {
	const errors = useTranslations("errors.season");
	const locale = useLocale();
	return useMemo(() => {
		if (shut === null) return null;
		const values = { season: String(shut.season), day: formatDay(shut.day, locale) };
		const message = errors(shut.phase === "before" ? "notYet" : "over", values);
		return [{ field: "startDate", message }];
	}, [shut, locale, errors]);
}

/** A field's own name, with its language where it is a text; of a picture which one, and what of it. */
export function useFieldLabel(
	languages: readonly { tag: string; ownName: string }[],
): (field: string) => string {
	const t = useTranslations("field");
	const pictures = useTranslations("eventForm.pictures");
	const locale = useLocale();
	return useMemo(() => {
		const ownName = (tag: string) => languages.find((each) => each.tag === tag)?.ownName ?? tag;
		return (field) => {
			const [first = "", language = "", part = "", altLanguage = ""] = field.split(".");
			if (first === "texts" && part)
				return t("textIn", { field: t(part), language: ownName(language) });
			if (first === "openingHours" && language === "week")
				return t("textIn", { field: t(first), language: weekdayName(Number(part), locale) });
			if (/^\d+$/.test(language) && t.has(`${first}Item`)) {
				const item = t(`${first}Item`, { number: Number(language) + 1 });
				if (first !== "pictures") return item;
				if (part === "alt") return t("textIn", { field: item, language: ownName(altLanguage) });
				if (part === "credit" || part === "licence")
					return t("textIn", { field: item, language: pictures(part) });
				return item;
			}
			return t.has(first) ? t(first) : field;
		};
	}, [t, pictures, locale, languages]);
}

/** The control that answers for a field: the city's number and a picture's id have none of their own. */
function controlOf(field: string): string {
	if (field === "cityGeonameId") return "cityName";
	if (/^pictures\.\d+\.id$/.test(field)) return "pictures";
	return field;
}
