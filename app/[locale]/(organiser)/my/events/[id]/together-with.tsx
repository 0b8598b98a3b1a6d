import { getTranslations } from "next-intl/server";
import { CoOrganiserList } from "@/components/events/co-organiser-list";
import { listCoOrganisers } from "@/lib/events/co-organiser-queries";
import type { MyEvent } from "@/lib/events/queries";
import type { Viewer } from "@/lib/permissions/viewer";

/** Which organisations hold the event too, and where each stands; nothing where it names none. */
export async function TogetherWith({
	viewer,
	event,
	locale,
}: {
	viewer: Viewer;
	event: MyEvent;
	locale: string;
}) {
	const organisers = await listCoOrganisers(viewer, {
		eventId: event.id,
		revisionId: event.content.id,
	});
	if (organisers.length === 0) return null;
	const t = await getTranslations("my.withOthers");
	return (
		<section aria-labelledby="together-with" className="flex flex-col gap-4">
			<h2 id="together-with" className="text-xl font-medium">
				{t("named")}
			</h2>
			<p className="max-w-narrow text-ink-soft">{t("namedText")}</p>
			<CoOrganiserList organisers={organisers} locale={locale} />
		</section>
	);
}
