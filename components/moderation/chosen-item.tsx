import { useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/i18n/navigation";
import { localCityName } from "@/lib/calendar/event-view";
import type { ChosenSubmission } from "@/lib/moderation/bulk-queries";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";
import { formatDayRange } from "@/lib/time/format";

/** A chosen submission: what it is, its text to read, and whether it can be approved with the others. */
export function ChosenItem({ item, locale }: { item: ChosenSubmission; locale: string }) {
	const t = useTranslations("review");
	const text = bestText(item.content?.texts ?? [], locale)?.text;
	const { startDate, endDate, year } = item.content?.schedule ?? {};
	const day = startDate ? formatDayRange(startDate, endDate ?? null, locale) : year?.toString();
	const country = item.country ? countryName(item.country, locale) : null;
	const place = placeLine([item.content && localCityName(item.content, locale), country], locale);
	return (
		<li className="py-5">
			<div className="flex flex-wrap gap-2">
				<Badge tone={item.isEdit ? "neutral" : "solid"}>
					{t(item.isEdit ? "isEdit" : "isNew")}
				</Badge>
				{!item.isReady && <Badge tone="warning">{t("bulk.notReady")}</Badge>}
			</div>
			<h2 className="mt-2 text-lg leading-snug font-medium">
				<Link href={`/review/${item.id}`} lang={text?.locale} dir="auto" className="text-ink">
					{text?.title ?? t("untitled")}
				</Link>
			</h2>
			<ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
				{[item.organisation.name, place, day].filter(Boolean).map((fact) => (
					<li key={fact}>
						<bdi>{fact}</bdi>
					</li>
				))}
			</ul>
			{text?.description && (
				<Disclosure summary={t("bulk.read")} className="mt-3">
					<p lang={text.locale} dir="auto" className="whitespace-pre-line wrap-anywhere">
						{text.description}
					</p>
				</Disclosure>
			)}
		</li>
	);
}
