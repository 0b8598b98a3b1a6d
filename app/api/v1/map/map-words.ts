import { createTranslator } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { loadMessages } from "@/i18n/messages";
import type { MapAnswer, MapFeature } from "@/lib/calendar/map";
import type { Locale } from "@/lib/text/languages";

type Words = (key: string, values?: Record<string, string | number>) => string;
type Worded = MapFeature & { properties: { label: string } };

/** The map's answer with a sentence about it and a name for each mark, as screen readers say it. */
export async function withWords(
	answer: MapAnswer,
	locale: Locale,
): Promise<Omit<MapAnswer, "features"> & { features: Worded[]; summary: string }> {
	const translate: ReturnType<typeof createTranslator> = createTranslator({
		locale,
		messages: await loadMessages(locale),
	});
	const t: Words = (key, values) => translate(`events.map.${key}`, values);
	return {
		...answer,
		features: answer.features.map((feature) => ({
			...feature,
			properties: { ...feature.properties, label: labelOf(feature, t, locale) },
		})),
		summary: t("summary", { count: answer.count }),
	};
}

function labelOf({ properties }: MapFeature, t: Words, locale: Locale): string {
	if (properties.kind === "event") {
		const { title, when, city, country } = properties;
		return placeLine([title, when, city, country], locale);
	}
	const { count, place, country, city } = properties;
	const where = placeLine([place, country], locale);
	if (where === "") return t("somewhere", { count });
	return t(city !== null || place === null ? "inCity" : "around", { count, place: where });
}
