import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/ui/badge";
import type { MyEvent } from "@/lib/events/queries";

type Props = {
	event: {
		state: MyEvent["state"];
		published: Pick<NonNullable<MyEvent["published"]>, "status"> | null;
	};
};

/** Where an event stands. Of a public one under change it says both: that it is public, and how the change stands. */
export function StateBadges({ event }: Props) {
	const statuses = useTranslations("eventStatus");
	const status = event.published?.status ?? "scheduled";
	return (
		<>
			{status !== "scheduled" && <StateBadge state={status}>{statuses(status)}</StateBadge>}
			<ReviewBadges event={event} />
		</>
	);
}

function ReviewBadges({ event: { state, published } }: Props) {
	const t = useTranslations("my");
	const states = useTranslations("eventState");
	if (!published || state === "approved" || state === "withdrawn")
		return <StateBadge state={state}>{states(state)}</StateBadge>;
	return (
		<>
			<StateBadge state="approved">{t("public")}</StateBadge>
			<StateBadge state={state}>{t(`changeState.${state}`)}</StateBadge>
		</>
	);
}
