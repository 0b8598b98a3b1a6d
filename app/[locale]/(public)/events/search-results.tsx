import { useLocale, useTranslations } from "next-intl";
import { EventRow } from "@/components/calendar/event-row";
import { Hits } from "@/components/calendar/hits";
import type { EventPage } from "@/lib/calendar/event-page";
import type { EventView } from "@/lib/calendar/event-view";
import { factHits } from "@/lib/calendar/fact-hits";
import { foldName } from "@/lib/places/fold";
import { excerptOf, markHits, type Piece } from "@/lib/text/highlight";
import { bestText } from "@/lib/text/languages";

const EXCERPT_LENGTH = 220;

type Props = { q: string; page: EventPage; events: readonly EventView[] };

/** What words found: first what is to come, each with the words marked where they stand. */
export function SearchResults({ q, page, events }: Props) {
	const t = useTranslations("events.search");
	const excerpts = excerptsOf(page, useLocale());
	const published = new Map(page.items.map((event) => [event.id, event]));
	const factsOf = (view: EventView) => {
		const event = published.get(view.id);
		return event && factHits(event, view, page.marks);
	};
	const groups = [
		{
			key: "coming",
			events: events.filter(({ phase }) => phase !== "past" && phase !== "undated"),
		},
		{ key: "past", events: events.filter(({ phase }) => phase === "past" || phase === "undated") },
	] as const;
	return (
		<div className="flex flex-col gap-10">
			{page.meant && (
				<p role="status" className="max-w-narrow border-s-2 border-rule ps-4">
					{t("meant", { asked: q, meant: page.meant.join(" ") })}
				</p>
			)}
			{groups.map(
				(group) =>
					group.events.length > 0 && (
						<section key={group.key} className="border-t border-ink pt-4">
							<h2 className="text-lg">{t(group.key)}</h2>
							<ul>
								{group.events.map((event) => (
									<li key={event.id} className="border-t border-line first:border-t-0">
										<EventRow
											event={event}
											level={3}
											showsDay
											withoutPast
											title={<Hits pieces={markHits(event.title, page.marks, foldName)} />}
											excerpt={excerpts.get(event.id)}
											facts={factsOf(event)}
										/>
									</li>
								))}
							</ul>
						</section>
					),
			)}
		</div>
	);
}

/** Where a word stands in a description: the reader's own if it is there, else another language's. */
function excerptsOf(page: EventPage, locale: string): Map<string, Excerpt> {
	const found = new Map<string, Excerpt>();
	for (const { id, texts } of page.items) {
		const best = bestText(texts, locale)?.text;
		for (const text of best ? [best, ...texts] : texts) {
			const pieces = excerptOf(markHits(text.plainText, page.marks, foldName), EXCERPT_LENGTH);
			if (pieces) {
				found.set(id, { pieces, language: text.locale });
				break;
			}
		}
	}
	return found;
}

export type Excerpt = { pieces: Piece[]; language: string };
