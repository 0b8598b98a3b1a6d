import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/i18n/navigation";
import type { EventView } from "@/lib/calendar/event-view";
import type { FactHits } from "@/lib/calendar/fact-hits";
import type { Piece } from "@/lib/text/highlight";
import { formatDay, formatDayShort } from "@/lib/time/format";
import { EventBadges, hasBadges } from "./event-badges";
import { Hits } from "./hits";
import { MetaLine } from "./meta-line";
import { placeLine } from "./place-line";

type Props = {
	event: EventView;
	/** Heading level of the title. */
	level: 3 | 4;
	/** Left out where the heading above says it already. */
	withoutPast?: boolean;
	/** Says the day too, where no heading does. */
	showsDay?: boolean;
	/** The title with its hits marked. */
	title?: ReactNode;
	/** A piece of a text in which words were found. */
	excerpt?: { pieces: readonly Piece[]; language: string } | undefined;
	/** Place and organisers with their hits. */
	facts?: FactHits | undefined;
};

/** One event of a list: when it begins, what it is, where. The whole row leads to its page. */
export function EventRow({ event, level, withoutPast, showsDay, title, excerpt, facts }: Props) {
	const locale = useLocale();
	const type = useTranslations("eventType");
	const t = useTranslations("events");
	const Title = `h${level}` as const;
	const { whole } = event;
	const isOver = event.phase === "past" || event.status === "cancelled";
	return (
		<article className="group relative grid gap-x-8 gap-y-2 py-5 sm:grid-cols-[9rem_1fr]">
			<EventTime event={event} showsDay={showsDay} />
			<div className="min-w-0">
				<Title className="text-lg leading-snug font-medium">
					<Link
						href={event.path}
						lang={event.titleLanguage ?? undefined}
						dir={event.titleLanguage ? "auto" : undefined}
						className={classNames(
							"no-underline decoration-rule decoration-1 underline-offset-[0.25em] after:absolute after:inset-0 group-hover:text-accent group-hover:underline",
							isOver && "text-ink-soft",
							event.status === "cancelled" && "line-through decoration-line-strong",
						)}
					>
						{title ?? event.title}
					</Link>
				</Title>
				<MetaLine
					className="mt-1"
					items={[
						type(event.type),
						facts ? (
							<MarkedPlace key="place" parts={facts.place} />
						) : (
							placeLine([event.city, event.country], locale)
						),
						event.venueName && (
							<bdi key="venue">{facts ? <Hits pieces={facts.venue} /> : event.venueName}</bdi>
						),
						...(facts?.organisers ?? []).map((pieces) => (
							<bdi key={pieces.map(({ text }) => text).join("")}>
								<Hits pieces={pieces} />
							</bdi>
						)),
						whole && t.rich("partOf", { title: () => <Whole {...whole} /> }),
					]}
				/>
				{excerpt && (
					<p lang={excerpt.language} dir="auto" className="mt-2 max-w-prose text-sm text-ink-soft">
						<Hits pieces={excerpt.pieces} />
					</p>
				)}
				{hasBadges({ event, withoutPast }) && (
					<div className="mt-2.5 flex flex-wrap gap-2">
						<EventBadges event={event} withoutPast={withoutPast} />
					</div>
				)}
			</div>
		</article>
	);
}

function MarkedPlace({ parts }: { parts: FactHits["place"] }) {
	const comma = useLocale() === "ar" ? "، " : ", ";
	return parts.map((pieces, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: city and country keep their order
		<Fragment key={index}>
			{index > 0 && comma}
			<Hits pieces={pieces} />
		</Fragment>
	));
}

function Whole({ title, titleLanguage }: { title: string; titleLanguage: string | null }) {
	return <bdi lang={titleLanguage ?? undefined}>{title}</bdi>;
}

function EventTime({ event, showsDay }: Pick<Props, "event" | "showsDay">) {
	const t = useTranslations("events");
	const locale = useLocale();
	if (event.timing === "undated") {
		return (
			<p className="text-sm text-muted">
				{showsDay &&
					(event.year === null
						? t("dateNotKnown")
						: t("dateNotKnownInYear", { year: String(event.year) }))}
			</p>
		);
	}
	return (
		<p className="flex flex-wrap items-baseline gap-x-3 sm:flex-col sm:gap-x-0">
			{showsDay && event.startDate && (
				<time dateTime={event.startDate} className="font-medium">
					{formatDay(event.startDate, locale)}
				</time>
			)}
			{event.time ? (
				<>
					<span className="figures font-medium whitespace-nowrap">{event.time}</span>
					<span className="figures text-xs text-muted" dir="ltr">
						{event.offset}
					</span>
				</>
			) : (
				<span className="text-sm text-muted">{t(untimedKey(event))}</span>
			)}
			{event.endDate && (
				<span className="text-sm text-muted">
					{t("until", { date: endDay(event.startDate, event.endDate, locale) })}
				</span>
			)}
		</p>
	);
}

function untimedKey(event: EventView): "allDay" | "timeNotKnown" | "timeToBeAnnounced" {
	if (event.timing === "all_day") return "allDay";
	return event.phase === "past" ? "timeNotKnown" : "timeToBeAnnounced";
}

/** The year is said where it is another one. */
function endDay(startDate: string | null, endDate: string, locale: string): string {
	const isSameYear = startDate?.slice(0, 4) === endDate.slice(0, 4);
	return isSameYear ? formatDayShort(endDate, locale) : formatDay(endDate, locale);
}
