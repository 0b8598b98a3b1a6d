import "server-only";
import { createTranslator } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { loadMessages } from "@/i18n/messages";
import { DEFAULT_LOCALE } from "@/i18n/routing";
import { localCityName } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import type { Preview } from "@/lib/media/preview";
import { drawable } from "@/lib/media/preview-characters";
import { countryName } from "@/lib/places/countries";
import { bestText, directionOf, isLocale } from "@/lib/text/languages";
import { formatDayRange } from "@/lib/time/format";

type Translate = ReturnType<typeof createTranslator>;

/**
 * What the preview of an event says in the reader's language. A title in a script that our fonts lack gives way to
 * the kind of event.
 */
export async function eventPreview(event: Published, locale: string): Promise<Preview> {
	const t = await translatorOf(locale);
	const text = bestText(event.texts, locale)?.text;
	const title = drawable(text?.title ?? "");
	return {
		direction: directionOf(locale),
		mark: markIn(t),
		notice: noticeOf(event, t),
		title:
			text && title
				? { text: title, direction: directionOf(text.locale) }
				: { text: t(`eventType.${event.type}`), direction: directionOf(locale) },
		facts: [dayOf(event, locale, t), placeOf(event, locale)],
	};
}

/** What the preview of the other pages says. */
export async function sitePreview(locale: string): Promise<Preview> {
	const t = await translatorOf(locale);
	const direction = directionOf(locale);
	return {
		direction,
		mark: { ...markIn(t), tagline: null },
		notice: null,
		title: { text: t("site.tagline"), direction },
		facts: [t("site.description")],
	};
}

async function translatorOf(locale: string): Promise<Translate> {
	const known = isLocale(locale) ? locale : DEFAULT_LOCALE;
	return createTranslator({ locale: known, messages: await loadMessages(known) });
}

function markIn(t: Translate) {
	return { day: t("site.day"), month: t("site.month"), tagline: t("site.tagline") };
}

function noticeOf(event: Published, t: Translate): string | null {
	if (event.isDemo) return t("events.demo");
	return event.status === "scheduled" ? null : t(`eventStatus.${event.status}`);
}

function dayOf({ schedule }: Published, locale: string, t: Translate): string {
	if (schedule.startDate !== null)
		return formatDayRange(schedule.startDate, schedule.endDate, locale);
	return schedule.year === null
		? t("event.dateNotKnown")
		: t("event.yearOnly", { year: String(schedule.year) });
}

function placeOf(event: Published, locale: string): string {
	const city = localCityName(event, locale);
	return placeLine([city && drawable(city), countryName(event.country, locale)], locale);
}
