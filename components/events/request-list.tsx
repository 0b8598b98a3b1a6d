import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import type { CoOrganiserRequest } from "@/lib/events/co-organiser-queries";
import { bestText } from "@/lib/text/languages";
import { formatDayRange } from "@/lib/time/format";

/** Events of other organisations that one's own were asked to hold, or hold with them. */
export function RequestList({
	requests,
	locale,
}: {
	requests: readonly CoOrganiserRequest[];
	locale: string;
}) {
	const t = useTranslations("my");
	return (
		<ul className="divide-y divide-line border-y border-line">
			{requests.map(({ id, event, organisation, about }) => {
				const titled = about?.texts.filter(({ title }) => title !== "") ?? [];
				const best = bestText(titled, locale)?.text;
				const { startDate = null, endDate = null, year = null } = about?.schedule ?? {};
				const when = startDate === null ? year : formatDayRange(startDate, endDate, locale);
				return (
					<li key={id} className="grid gap-x-8 gap-y-2 py-5 md:grid-cols-[10rem_1fr]">
						<p className="figures text-sm text-muted md:pt-1">{when ?? t("noDate")}</p>
						<div className="min-w-0">
							<h3 className="text-lg leading-snug font-medium">
								<Link
									href={`/my/together/${id}`}
									className="text-link"
									lang={best?.locale}
									dir={best ? "auto" : undefined}
								>
									{best?.title ?? t("untitled")}
								</Link>
							</h3>
							<p className="text-sm text-muted">
								{t.rich("withOthers.line", {
									organisation: () => <bdi>{event.organisation.name}</bdi>,
									partner: () => <bdi>{organisation.name}</bdi>,
								})}
							</p>
						</div>
					</li>
				);
			})}
		</ul>
	);
}
