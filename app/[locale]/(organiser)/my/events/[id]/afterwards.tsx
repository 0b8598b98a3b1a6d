import { getTranslations } from "next-intl/server";
import { StateBadge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { getMyRecap } from "@/lib/events/recap-queries";
import type { Viewer } from "@/lib/permissions/viewer";

/** How a past event was: where its recap stands, and the way to it. */
export async function Afterwards({ viewer, eventId }: { viewer: Viewer; eventId: string }) {
	const recap = await getMyRecap(viewer, eventId);
	if (!recap.isOpen && recap.state === null) return null;
	const [t, states] = await Promise.all([getTranslations("recap"), getTranslations("eventState")]);
	return (
		<section aria-labelledby="afterwards" className="flex flex-col gap-4">
			<div className="flex flex-wrap items-center gap-3">
				<h2 id="afterwards" className="text-xl font-medium">
					{t("title")}
				</h2>
				{recap.state && <StateBadge state={recap.state}>{states(recap.state)}</StateBadge>}
			</div>
			<p className="max-w-narrow text-ink-soft">{t("form.lead")}</p>
			<div>
				<ButtonLink
					href={`/my/events/${eventId}/recap`}
					variant={recap.state === null ? "primary" : "secondary"}
				>
					{t(recap.state === null ? "tell" : "open")}
				</ButtonLink>
			</div>
		</section>
	);
}
