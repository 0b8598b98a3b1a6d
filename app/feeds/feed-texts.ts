import { createTranslator } from "next-intl";
import { filterWords } from "@/app/feeds/filter-words";
import { loadMessages } from "@/i18n/messages";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import type { CalendarFilters } from "@/lib/calendar/filters";
import type { FeedWords } from "@/lib/feeds/feed-event";
import { isLocale } from "@/lib/text/languages";

type Translator = ReturnType<typeof createTranslator>;

/** The words of a feed in a language: its name and description, which say what it holds, and those of its events. */
export type FeedTexts = { name: string; description: string; words: FeedWords };

/** Writes them for readers of `locale`: "26 February · Germany · exhibitions". */
export async function feedTexts(locale: string, filters: CalendarFilters): Promise<FeedTexts> {
	const t: Translator = createTranslator({
		locale,
		messages: await loadMessages(isLocale(locale) ? locale : "en"),
	});
	const chosen = await filterWords(t, locale, filters);
	const about = t("site.description");
	return {
		name: chosen.length === 0 ? t("site.name") : [t("site.shortName"), ...chosen].join(" · "),
		description:
			chosen.length === 0 ? about : `${about} ${t("feeds.chosen", { filters: chosen.join(", ") })}`,
		words: wordsOf(t),
	};
}

function wordsOf(t: Translator): FeedWords {
	return {
		notes: {
			timeToBeAnnounced: t("feeds.notes.timeToBeAnnounced"),
			timeNotKnown: t("feeds.notes.timeNotKnown"),
			demonstration: t("feeds.notes.demonstration"),
			cancelled: t("feeds.notes.cancelled"),
			postponed: t("feeds.notes.postponed"),
			rescheduled: t("feeds.notes.rescheduled"),
		},
		types: Object.fromEntries(EVENT_TYPES.map((type) => [type, t(`eventType.${type}`)])),
		programme: t("event.programme"),
		openingHours: t("event.openingHours"),
		closed: t("event.closed"),
		online: t("attendanceMode.online"),
		dateNotKnown: t("events.dateNotKnown"),
		dateNotKnownIn: (year) => t("events.dateNotKnownInYear", { year: String(year) }),
	};
}
