import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/i18n/navigation";
import type { CaseItem } from "@/lib/moderation/report-queries";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";
import { formatDay } from "@/lib/time/format";
import { reviewerName } from "./reviewer-name";

/** One case in the list of reports: what it is about, what is said of it how often, and who has it. */
export function CaseLine({ item, locale }: { item: CaseItem; locale: string }) {
	const t = useTranslations("reports");
	const kinds = useTranslations("report.kind");
	const review = useTranslations("review");
	const text = bestText(item.texts, locale)?.text;
	const facts = [
		...(text ? [item.organisation] : []),
		item.country ? countryName(item.country, locale) : null,
		t("since", { day: formatDay(item.openedAt.toISOString().slice(0, 10), locale) }),
	];
	return (
		<li className="relative flex flex-col gap-2 py-6">
			<div className="flex flex-wrap gap-2">
				{item.isUrgent && <Badge tone="accent">{t("urgent")}</Badge>}
				<Badge>{t("count", { count: item.reportCount })}</Badge>
				{item.eventId && !item.address && <Badge tone="warning">{t("notPublic")}</Badge>}
				{item.outcome && <Badge tone="success">{t(`outcome.${item.outcome}`)}</Badge>}
			</div>
			<h2 className="text-lg leading-snug font-medium">
				<Link
					href={`/review/reports/${item.id}`}
					prefetch={false}
					lang={text?.locale}
					dir="auto"
					className="text-ink no-underline after:absolute after:inset-0 hover:text-accent"
				>
					{text?.title || item.organisation}
				</Link>
			</h2>
			<p className="text-ink-soft">
				{item.kinds
					.map(({ kind, count }) => `${kinds(kind)}${count > 1 ? ` × ${count}` : ""}`)
					.join("; ")}
			</p>
			<ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
				{facts.filter(Boolean).map((fact) => (
					<li key={fact}>
						<bdi>{fact}</bdi>
					</li>
				))}
				{item.assignee && (
					<li>
						<bdi>{review("takenBy", { name: reviewerName(item.assignee) })}</bdi>
					</li>
				)}
			</ul>
		</li>
	);
}
