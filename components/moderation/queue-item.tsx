import { useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { Badge, StateBadge } from "@/components/ui/badge";
import { Link } from "@/i18n/navigation";
import { localCityName } from "@/lib/calendar/event-view";
import type { RevisionContent } from "@/lib/events/revision";
import type { EventState } from "@/lib/lifecycle/lifecycle";
import { chosenValue } from "@/lib/moderation/bulk-rules";
import { isLate } from "@/lib/moderation/late";
import type { Weight } from "@/lib/moderation/weigh";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";
import { formatDay, formatDayRange } from "@/lib/time/format";
import { reviewerName } from "./reviewer-name";

type Item = {
	id: string;
	state: EventState;
	submittedAt: Date | null;
	/** Later than that where a decision was taken back. */
	waitsSince: Date | null;
	decidedAt: Date | null;
	country: string | null;
	isDemo: boolean;
	isEdit: boolean;
	/** Of a change of what is public. */
	weight: Weight | null;
	mayDecide: boolean;
	/** The organiser has written, and no reviewer has read it. */
	hasUnread: boolean;
	version: number;
	/** Can be chosen, to be approved with others. */
	suitsBulk: boolean;
	/** Who has taken it on. */
	assignee: { id: string; name: string | null; email: string } | null;
	organisation: { name: string; isLookAlike: boolean };
	content: RevisionContent | null;
};

const HOUR = 3_600_000;

/** One line of the queue: what, by whom, where and when, and how long it has waited. */
export function QueueItem({
	item,
	locale,
	now,
	bulkForm,
}: {
	item: Item;
	locale: string;
	now: Date;
	/** Id of the form that the chosen ones are sent with. */
	bulkForm?: string;
}) {
	const t = useTranslations("review");
	const text = bestText(item.content?.texts ?? [], locale)?.text;
	const facts = [item.organisation.name, placeOf(item, locale), dayOf(item.content, locale)];
	return (
		<li className="relative grid gap-x-8 gap-y-3 py-6 md:grid-cols-[1fr_auto] md:items-center">
			<div className="min-w-0">
				<div className="flex flex-wrap gap-2">
					<ItemBadges item={item} now={now} />
				</div>
				<h2 className="mt-2 text-lg leading-snug font-medium">
					<Link
						href={`/review/${item.id}`}
						lang={text?.locale}
						dir="auto"
						data-queue-item
						className="text-ink no-underline after:absolute after:inset-0 hover:text-accent"
					>
						{text?.title ?? t("untitled")}
					</Link>
				</h2>
				<ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
					{facts.filter(Boolean).map((fact) => (
						<li key={fact}>
							<bdi>{fact}</bdi>
						</li>
					))}
				</ul>
			</div>
			<div className="flex flex-wrap items-center gap-x-6 gap-y-1 md:flex-col md:items-end">
				<ItemAge item={item} locale={locale} now={now} />
				{bulkForm && item.suitsBulk && (
					<label className="relative z-1 flex min-h-11 cursor-pointer items-center gap-3 text-sm">
						<input
							type="checkbox"
							name="e"
							form={bulkForm}
							value={chosenValue({ eventId: item.id, eventVersion: item.version })}
							aria-label={t("bulk.choose", { title: text?.title ?? t("untitled") })}
							className="control-check"
						/>
						{t("bulk.chooseShort")}
					</label>
				)}
			</div>
		</li>
	);
}

/** How long it has waited, or the day on which it was decided. */
function ItemAge({ item, locale, now }: { item: Item; locale: string; now: Date }) {
	const t = useTranslations("review");
	const since = item.state === "submitted" ? item.submittedAt : item.decidedAt;
	if (!since) return null;
	const day = formatDay(since.toISOString().slice(0, 10), locale);
	const text = item.state === "submitted" ? waitedText(since, now, t) : t("decidedOn", { day });
	return (
		<p className="figures text-sm text-muted">
			<time dateTime={since.toISOString()}>{text}</time>
		</p>
	);
}

function ItemBadges({ item, now }: { item: Item; now: Date }) {
	const t = useTranslations("review");
	const states = useTranslations("eventState");
	return (
		<>
			{item.state === "submitted" ? (
				<Badge tone={item.isEdit ? "neutral" : "solid"}>
					{t(item.isEdit ? "isEdit" : "isNew")}
				</Badge>
			) : (
				<StateBadge state={item.state}>{states(item.state)}</StateBadge>
			)}
			{item.state === "submitted" && item.weight !== null && (
				<Badge tone={item.weight === "important" ? "warning" : "neutral"}>
					{t(`weight.${item.weight}`)}
				</Badge>
			)}
			{item.state === "submitted" && item.waitsSince && isLate(item.waitsSince, now) && (
				<Badge tone="warning">{t("isLate")}</Badge>
			)}
			{item.hasUnread && item.mayDecide && <Badge tone="accent">{t("unread")}</Badge>}
			{item.organisation.isLookAlike && <Badge tone="warning">{t("lookAlike")}</Badge>}
			{!item.mayDecide && <Badge>{t("own")}</Badge>}
			{item.assignee && item.state === "submitted" && (
				<Badge tone="info">
					<bdi>{t("takenBy", { name: reviewerName(item.assignee) })}</bdi>
				</Badge>
			)}
			{item.isDemo && <Badge>{t("demo")}</Badge>}
		</>
	);
}

function placeOf(item: Item, locale: string): string {
	const country = item.country ? countryName(item.country, locale) : null;
	return placeLine([item.content && localCityName(item.content, locale), country], locale);
}

function dayOf(content: RevisionContent | null, locale: string): string | null {
	if (!content) return null;
	const { startDate, endDate, year } = content.schedule;
	return startDate ? formatDayRange(startDate, endDate, locale) : (year?.toString() ?? null);
}

function waitedText(
	since: Date,
	now: Date,
	t: ReturnType<typeof useTranslations<"review">>,
): string {
	const hours = Math.floor((now.getTime() - since.getTime()) / HOUR);
	return hours < 48
		? t("submittedHoursAgo", { hours })
		: t("submittedDaysAgo", { days: Math.floor(hours / 24) });
}
