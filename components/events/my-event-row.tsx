import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/i18n/navigation";
import type { listMyEvents } from "@/lib/events/queries";
import { bestText } from "@/lib/text/languages";
import { formatDayRange } from "@/lib/time/format";
import { StateBadges } from "./state-badges";

type Item = Awaited<ReturnType<typeof listMyEvents>>["items"][number];

/** One event on the organiser's desk: what it is, where it stands, and why. */
export function MyEventRow({
	event,
	locale,
	showsOrganisation,
}: {
	event: Item;
	locale: string;
	showsOrganisation: boolean;
}) {
	const t = useTranslations("my");
	const decision =
		event.state === "changes_requested" || event.state === "rejected" ? event.lastDecision : null;
	return (
		<li className="grid gap-x-8 gap-y-3 py-6 md:grid-cols-[10rem_1fr_auto]">
			<p className="figures text-sm text-muted md:pt-1">{dateOf(event, locale) ?? t("noDate")}</p>
			<div className="flex min-w-0 flex-col gap-2">
				<h2 className="text-lg leading-snug font-medium">
					<Title event={event} locale={locale} />
				</h2>
				{showsOrganisation && (
					<p className="text-sm text-muted">
						<bdi>{event.organisation.name}</bdi>
					</p>
				)}
				{event.published && event.state !== "approved" && (
					<p className="text-sm text-ink-soft">
						{t(event.state === "submitted" ? "publicStays" : "publicStaysDraft")}
					</p>
				)}
				{decision?.reason && (
					<blockquote className="border-s-2 border-rule ps-4 text-sm">
						<p className="text-muted">{t("lastDecision")}</p>
						<p dir="auto" className="whitespace-pre-line">
							{decision.reason}
						</p>
					</blockquote>
				)}
			</div>
			<div className="flex flex-wrap items-start gap-2 md:justify-end">
				{event.isDemo && <Badge>{t("demo")}</Badge>}
				<StateBadges event={event} />
			</div>
			{event.repetition?.isOffered && <Repetition id={event.id} {...event.repetition} />}
		</li>
	);
}

/** The way from a past event to the same one in the coming season. */
function Repetition({ id, season, knownId }: { id: string } & NonNullable<Item["repetition"]>) {
	const t = useTranslations("my.repeat");
	return (
		<p className="text-sm md:col-start-2">
			<Link
				href={knownId ? `/my/events/${knownId}` : `/my/events/${id}/repeat`}
				className="inline-flex min-h-11 items-center text-link"
			>
				{knownId ? t("known", { season }) : t("again")}
			</Link>
		</p>
	);
}

function Title({ event, locale }: { event: Item; locale: string }) {
	const t = useTranslations("my");
	const titled = event.content?.texts.filter((text) => text.title !== "") ?? [];
	const best = bestText(titled, locale)?.text;
	return (
		<Link
			href={`/my/events/${event.id}`}
			className="text-link"
			lang={best?.locale}
			dir={best ? "auto" : undefined}
		>
			{best?.title ?? t("untitled")}
		</Link>
	);
}

function dateOf({ content }: Item, locale: string): string | null {
	if (!content) return null;
	const { startDate, endDate, year } = content.schedule;
	if (startDate !== null) return formatDayRange(startDate, endDate, locale);
	return year === null ? null : String(year);
}
