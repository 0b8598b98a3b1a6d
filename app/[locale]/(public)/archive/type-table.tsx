import { useFormatter, useTranslations } from "next-intl";
import type { TypeCount } from "@/lib/calendar/archive";
import { EVENT_TYPES, type EventType } from "@/lib/calendar/content-columns";

/** How many events each kind has. */
export function TypeTable({ types }: { types: readonly TypeCount[] }) {
	const t = useTranslations("archive");
	const name = useTranslations("eventType");
	const format = useFormatter();
	return (
		<section aria-labelledby="types" className="grid gap-x-10 gap-y-6 lg:grid-cols-[1fr_2fr]">
			<div>
				<h2 id="types" className="text-2xl">
					{t("types")}
				</h2>
				<p className="mt-3 max-w-narrow text-sm text-muted">{t("typesText")}</p>
			</div>
			<dl className="sm:columns-2 sm:gap-x-10">
				{types.map(({ type, events }) => (
					<div
						key={type}
						className="flex break-inside-avoid justify-between gap-3 border-t border-line py-2.5"
					>
						<dt>{isType(type) && name(type)}</dt>
						<dd className="figures text-muted">{format.number(events)}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}

function isType(type: string): type is EventType {
	return EVENT_TYPES.some((known) => known === type);
}
