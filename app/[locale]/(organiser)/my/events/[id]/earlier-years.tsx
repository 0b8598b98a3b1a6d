import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { MyEvent } from "@/lib/events/queries";
import { listEarlierYears } from "@/lib/events/repeat-queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { formatDay } from "@/lib/time/format";

/** The same event in earlier seasons, the latest first; nothing for one that repeats none. */
export async function EarlierYears({
	viewer,
	event,
	locale,
}: {
	viewer: Viewer;
	event: MyEvent;
	locale: string;
}) {
	if (event.repeatsId === null) return null;
	const [years, t] = await Promise.all([listEarlierYears(viewer, event.id), getTranslations("my")]);
	if (years.length === 0) return null;
	return (
		<section aria-labelledby="earlier-years" className="flex flex-col gap-2">
			<h2 id="earlier-years" className="text-xl font-medium">
				{t("repeat.earlierYears")}
			</h2>
			<ul className="flex flex-col">
				{years.map(({ id, startDate, year }) => (
					<li key={id}>
						<Link
							href={`/my/events/${id}`}
							className="figures inline-flex min-h-11 items-center text-link"
						>
							{startDate ? formatDay(startDate, locale) : (year ?? t("noDate"))}
						</Link>
					</li>
				))}
			</ul>
		</section>
	);
}
