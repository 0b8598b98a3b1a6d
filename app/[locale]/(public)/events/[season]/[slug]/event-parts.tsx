import { useTranslations } from "next-intl";
import { EventRow } from "@/components/calendar/event-row";
import { Link } from "@/i18n/navigation";
import type { EventView } from "@/lib/calendar/event-view";

/** What the event is part of, where that is public. */
export function PartOf({ whole }: Pick<EventView, "whole">) {
	const t = useTranslations("event");
	if (whole === null) return null;
	return (
		<p className="border-s-2 border-rule ps-4 text-lg">
			<span className="block text-sm text-muted">{t("partOf")}</span>
			<Link
				href={whole.path}
				prefetch={false}
				lang={whole.titleLanguage ?? undefined}
				dir="auto"
				className="text-link wrap-anywhere"
			>
				{whole.title}
			</Link>
		</p>
	);
}

/** The events that are part of it, in the order of time. */
export function EventParts({
	parts,
	day,
}: {
	parts: readonly EventView[];
	/** The day that the page has said already; null where it says several or none. */
	day: string | null;
}) {
	const t = useTranslations("event");
	if (parts.length === 0) return null;
	const showsDay = parts.some(({ startDate }) => startDate !== day);
	return (
		<section aria-labelledby="parts">
			<h2 id="parts" className="mb-3 text-xl font-medium">
				{t("parts")}
			</h2>
			<ul className="divide-y divide-line border-y border-line">
				{parts.map((part) => (
					<li key={part.id}>
						<EventRow event={{ ...part, whole: null }} level={3} showsDay={showsDay} />
					</li>
				))}
			</ul>
		</section>
	);
}
