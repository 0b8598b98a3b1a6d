import { createTranslator } from "next-intl";
import { loadMessages } from "@/i18n/messages";
import type { CalendarFilters } from "@/lib/calendar/filters";
import type { FeedNotes } from "@/lib/feeds/feed-event";
import { countryName } from "@/lib/places/countries";
import type { Locale } from "@/lib/text/languages";

/** The words of a feed in a language: its name, which says what it holds, and the notes of its events. */
export async function feedTexts(
	locale: Locale,
	filters: CalendarFilters,
): Promise<{ name: string; notes: FeedNotes }> {
	const t: ReturnType<typeof createTranslator> = createTranslator({
		locale,
		messages: await loadMessages(locale),
	});
	const { country, type, season, q } = filters;
	const parts = [
		t("site.name"),
		country && countryName(country, locale),
		type && t(`eventType.${type}`),
		season === "undated" ? t("events.yearNotKnown") : season && String(season),
		q,
	];
	return {
		name: parts.filter(Boolean).join(" · "),
		notes: {
			timeToBeAnnounced: t("feeds.notes.timeToBeAnnounced"),
			timeNotKnown: t("feeds.notes.timeNotKnown"),
			demonstration: t("feeds.notes.demonstration"),
			cancelled: t("feeds.notes.cancelled"),
			postponed: t("feeds.notes.postponed"),
			rescheduled: t("feeds.notes.rescheduled"),
		},
	};
}
