import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { EventDays } from "@/components/calendar/event-days";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import type { Link } from "@/i18n/navigation";
import type { EventView } from "@/lib/calendar/event-view";

type Href = ComponentProps<typeof Link>["href"];

type ComingProps = {
	events: readonly EventView[];
	/** How many there are in all. */
	count: number;
	/** The list of all of them. */
	listHref: Href;
};

/** What goes on now and what comes next, each under its own heading; says so when there is nothing. */
export function ComingEvents({ events, count, listHref }: ComingProps) {
	const t = useTranslations("places");
	const home = useTranslations("home");
	const live = events.filter(({ phase }) => phase === "live");
	const coming = events.filter(({ phase }) => phase !== "live");
	return (
		<>
			<DemoNotice events={events} />
			{live.length > 0 && <Titled id="live" title={t("live")} events={live} />}
			{(coming.length > 0 || live.length === 0) && (
				<section aria-labelledby="coming">
					<h2 id="coming" className="mb-6 text-2xl">
						{t("coming")}
					</h2>
					{coming.length === 0 ? (
						<EmptyState
							title={t("comingNone")}
							action={
								<ButtonLink href="/my/events/new" prefetch={false} variant="secondary">
									{home("register")}
								</ButtonLink>
							}
						>
							{t("comingNoneText")}
						</EmptyState>
					) : (
						<>
							<EventDays events={coming} level={3} />
							<ButtonLink href={listHref} prefetch={false} variant="secondary" className="mt-8">
								{t("comingAll", { count })}
							</ButtonLink>
						</>
					)}
				</section>
			)}
		</>
	);
}

type PastProps = { events: readonly EventView[]; listHref: Href };

/** The latest events that are over; nothing when there are none. */
export function PastEvents({ events, listHref }: PastProps) {
	const t = useTranslations("places");
	if (events.length === 0) return null;
	return (
		<section aria-labelledby="latest">
			<h2 id="latest" className="mb-6 text-2xl">
				{t("latest")}
			</h2>
			<EventDays events={events} level={3} />
			<ButtonLink href={listHref} prefetch={false} variant="secondary" className="mt-8">
				{t("all")}
			</ButtonLink>
		</section>
	);
}

function Titled({ id, title, events }: { id: string; title: string; events: EventView[] }) {
	return (
		<section aria-labelledby={id}>
			<h2 id={id} className="mb-6 text-2xl">
				{title}
			</h2>
			<EventDays events={events} level={3} />
		</section>
	);
}

function DemoNotice({ events }: { events: readonly EventView[] }) {
	const t = useTranslations("events");
	if (!events.some((event) => event.isDemo)) return null;
	return (
		<p className="max-w-narrow border-s-2 border-warning ps-4 text-sm text-muted">
			{t("demoNotice")}
		</p>
	);
}
