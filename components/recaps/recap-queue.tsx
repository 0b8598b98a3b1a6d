import { useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { Badge, StateBadge } from "@/components/ui/badge";
import { Link } from "@/i18n/navigation";
import { localCityName } from "@/lib/calendar/event-view";
import type { RecapItem } from "@/lib/moderation/recap-queries";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";
import { formatDay } from "@/lib/time/format";

/** The recaps of a view of the queue, each marked as one; nothing where there is none. */
export function RecapQueue({ items, locale }: { items: readonly RecapItem[]; locale: string }) {
	const t = useTranslations("recap.review");
	if (items.length === 0) return null;
	return (
		<section aria-labelledby="recaps" className="mt-10">
			<h2 id="recaps" className="text-xl font-medium">
				{t("title")}
			</h2>
			<ul className="divide-y divide-line">
				{items.map((item) => (
					<RecapLine key={item.eventId} item={item} locale={locale} />
				))}
			</ul>
		</section>
	);
}

function RecapLine({ item, locale }: { item: RecapItem; locale: string }) {
	const t = useTranslations("review");
	const recap = useTranslations("recap.review");
	const states = useTranslations("eventState");
	const text = bestText(item.published?.texts ?? [], locale)?.text;
	const place = placeLine(
		[
			item.published && localCityName(item.published, locale),
			item.country ? countryName(item.country, locale) : null,
		],
		locale,
	);
	return (
		<li className="relative flex flex-col gap-2 py-6">
			<div className="flex flex-wrap gap-2">
				<Badge tone="solid">{recap("badge")}</Badge>
				{item.state !== "submitted" && (
					<StateBadge state={item.state}>{states(item.state)}</StateBadge>
				)}
				{!item.mayDecide && <Badge>{t("own")}</Badge>}
			</div>
			<h3 className="text-lg leading-snug font-medium">
				<Link
					href={`/review/recaps/${item.eventId}`}
					lang={text?.locale}
					dir="auto"
					className="text-ink no-underline after:absolute after:inset-0 hover:text-accent"
				>
					{text?.title ?? t("untitled")}
				</Link>
			</h3>
			<p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
				<bdi>{item.organisation}</bdi>
				<bdi>{place}</bdi>
				{item.submittedAt && (
					<time dateTime={item.submittedAt.toISOString()}>
						{formatDay(item.submittedAt.toISOString().slice(0, 10), locale)}
					</time>
				)}
			</p>
		</li>
	);
}
