import { useTranslations } from "next-intl";
import { Badge, StateBadge } from "@/components/ui/badge";
import type { EventView } from "@/lib/calendar/event-view";

type Props = {
	event: Pick<EventView, "status" | "phase" | "isDemo" | "attendanceMode">;
	/** Left out where the page says it already. */
	withoutPast?: boolean;
};

/** True when an event has something that a badge must say. */
export function hasBadges({ event, withoutPast = false }: Props): boolean {
	const hasPhase = event.phase === "live" || (event.phase === "past" && !withoutPast);
	return (
		event.status !== "scheduled" || event.isDemo || event.attendanceMode !== "in_person" || hasPhase
	);
}

/** What a reader must not overlook about an event, in a word each. */
export function EventBadges({ event, withoutPast = false }: Props) {
	const t = useTranslations("events");
	const status = useTranslations("eventStatus");
	const attendance = useTranslations("attendanceMode");
	return (
		<>
			{event.status !== "scheduled" && (
				<StateBadge state={event.status}>{status(event.status)}</StateBadge>
			)}
			{event.phase === "live" && event.status !== "cancelled" && (
				<Badge tone="solid">{t("live")}</Badge>
			)}
			{event.phase === "past" && !withoutPast && <Badge>{t("past")}</Badge>}
			{event.attendanceMode !== "in_person" && (
				<Badge tone="info">{attendance(event.attendanceMode)}</Badge>
			)}
			{event.isDemo && <Badge tone="warning">{t("demo")}</Badge>}
		</>
	);
}
