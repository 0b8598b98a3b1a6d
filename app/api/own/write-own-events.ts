import "server-only";
import { createTranslator } from "use-intl/core";
import { feedTexts } from "@/app/feeds/feed-texts";
import { loadMessages } from "@/i18n/messages";
import { eventPath } from "@/lib/calendar/event-view";
import { env } from "@/lib/env";
import { eachOwnEvent, listTextLanguages, type OwnEvent } from "@/lib/events/own-events";
import { inOrder, tableColumns, templateLanguages } from "@/lib/events/table-fields";
import { tableWords } from "@/lib/events/table-words";
import { tableRow } from "@/lib/events/write-table";
import { CALENDAR_END, openCalendar, writeEvents } from "@/lib/feeds/icalendar";
import { zoneYearsOf } from "@/lib/feeds/icalendar-times";
import { toOwnFeedEvent } from "@/lib/feeds/own-event";
import { BYTE_ORDER_MARK, csvLine } from "@/lib/text/csv";
import type { Locale } from "@/lib/text/languages";

type Organisation = { id: string; name: string };
type Parts = AsyncGenerator<string, void, undefined>;

/** The text of the file, part by part. */
export function writeOwnEvents(
	organisation: Organisation,
	{ format, locale }: { format: "csv" | "ics" | "json"; locale: Locale },
): Parts {
	switch (format) {
		case "csv":
			return writeCsv(organisation, locale);
		case "ics":
			return writeCalendar(organisation, locale);
		case "json":
			return writeJson(organisation, locale);
	}
}

/** With the columns of the import's template, so that the file can be sent back in. */
async function* writeCsv({ id }: Organisation, locale: Locale): Parts {
	const written = await listTextLanguages(id);
	const columns = tableColumns(inOrder([...templateLanguages(locale), ...written]));
	const words = await tableWords(locale);
	yield BYTE_ORDER_MARK + csvLine(columns.map(words.header));
	for await (const page of eachOwnEvent(id)) {
		yield page
			.map(({ content }) => csvLine(tableRow(content, columns, { words, locale })))
			.join("");
	}
}

async function* writeCalendar({ id, name }: Organisation, locale: Locale): Parts {
	const origin = env().APP_URL;
	const { words } = await feedTexts(locale, {});
	const t: ReturnType<typeof createTranslator> = createTranslator({
		locale,
		messages: await loadMessages(locale),
	});
	const context = { ...words, now: new Date() };
	const zones = await zonesOf(id);
	yield openCalendar({ name, url: `${origin}/${locale}/my` }, zones);
	for await (const page of eachOwnEvent(id)) {
		const events = page.flatMap((event) => {
			const stateWord = t(`eventState.${event.state}`);
			return toOwnFeedEvent(event, { locale, origin, organiserName: name, stateWord }) ?? [];
		});
		yield writeEvents(events, { ...context, zones });
	}
	yield CALENDAR_END;
}

async function zonesOf(organisationId: string) {
	const schedules: OwnEvent["content"]["schedule"][] = [];
	for await (const page of eachOwnEvent(organisationId)) {
		for (const { content } of page) {
			if (content.schedule.hasStartTime && content.schedule.timezone !== "")
				schedules.push(content.schedule);
		}
	}
	return zoneYearsOf(schedules);
}

async function* writeJson({ id, name }: Organisation, locale: Locale): Parts {
	const origin = env().APP_URL;
	yield `${JSON.stringify({ organisation: { id, name } }).slice(0, -1)},"events":[`;
	let separator = "\n";
	for await (const page of eachOwnEvent(id)) {
		for (const { content, published, ...event } of page) {
			const url = published ? `${origin}/${locale}${eventPath(published)}` : null;
			yield `${separator}${JSON.stringify({ ...event, url, content })}`;
			separator = ",\n";
		}
	}
	yield "\n]}\n";
}
