import { useTranslations } from "next-intl";
import { EventDays } from "@/components/calendar/event-days";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import type { EventView } from "@/lib/calendar/event-view";

type Props = { events: readonly EventView[]; season: number };

/** What comes next anywhere in the world. */
export function HomeNext({ events, season }: Props) {
	const t = useTranslations("home");
	const list = useTranslations("events");
	return (
		<section aria-labelledby="next">
			<h2 id="next" className="mb-6 text-2xl">
				{t("next")}
			</h2>
			{events.length === 0 ? (
				<EmptyState
					title={t("nextEmptyTitle")}
					action={<ButtonLink href="/my/events/new">{t("register")}</ButtonLink>}
				>
					{t("nextEmptyText", { season: String(season) })}
				</EmptyState>
			) : (
				<>
					{events.some((event) => event.isDemo) && (
						<p className="mb-6 max-w-narrow border-s-2 border-warning ps-4 text-sm text-muted">
							{list("demoNotice")}
						</p>
					)}
					<EventDays events={events} level={3} />
					<ButtonLink href="/events" variant="secondary" className="mt-10">
						{t("nextAll", { season: String(season) })}
					</ButtonLink>
				</>
			)}
		</section>
	);
}
