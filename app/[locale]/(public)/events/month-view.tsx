import { getTranslations } from "next-intl/server";
import { cachedMonth } from "@/app/cached-calendar";
import { MonthTable } from "@/components/calendar/month-table";
import { Chevron } from "@/components/ui/chevron";
import { Link } from "@/i18n/navigation";
import { viewOf } from "@/lib/calendar/event-view";
import type { Month } from "@/lib/calendar/read-month";
import { formatMonth } from "@/lib/time/format";
import { addMonths } from "@/lib/time/month";
import { todayIn } from "@/lib/time/wall-time";
import type { ViewProps } from "./events-page";
import { type ListRequest, listHref, monthHref, monthOf } from "./list-address";
import { NoEvents } from "./no-events";

/** The events in the weeks of a month, with the months before and after. */
export async function MonthView({ request, locale, now }: ViewProps) {
	const month = monthOf(request, now);
	const read = await cachedMonth(request.filters, { month, locale });
	const { chosen } = request;
	if (read.months.length === 0 && read.undated === 0) return <NoEvents request={request} />;
	const views = new Map(read.events.map((event) => [event.id, viewOf(event, locale, now)]));
	const label = formatMonth(month, locale);
	return (
		<section aria-labelledby="month-name" className="flex flex-col gap-6">
			<MonthHead label={label} month={month} request={request} />
			<MonthTable
				label={label}
				weeks={read.weeks}
				views={views}
				today={todayIn("UTC", now)}
				dayHref={(date) =>
					listHref({
						...chosen,
						season: chosen.season === "all" ? undefined : chosen.season,
						from: date,
						to: date,
					})
				}
			/>
			<OtherMonths read={read} request={request} locale={locale} />
		</section>
	);
}

type HeadProps = { label: string; month: string; request: ListRequest };

async function MonthHead({ label, month, request }: HeadProps) {
	const t = await getTranslations("events.month");
	const href = (other: string) => monthHref(request, other);
	return (
		<div className="flex items-center justify-between gap-4">
			<h2 id="month-name" className="text-2xl" aria-live="polite">
				{label}
			</h2>
			<nav aria-label={t("months")} className="flex gap-2 print:hidden">
				<Link
					href={href(addMonths(month, -1))}
					rel="prev"
					prefetch={false}
					aria-label={t("previous")}
					className="inline-flex h-11 w-11 items-center justify-center rounded-sm border border-line-strong hover:border-ink"
				>
					<Chevron towards="start" />
				</Link>
				<Link
					href={href(addMonths(month, 1))}
					rel="next"
					prefetch={false}
					aria-label={t("next")}
					className="inline-flex h-11 w-11 items-center justify-center rounded-sm border border-line-strong hover:border-ink"
				>
					<Chevron towards="end" />
				</Link>
			</nav>
		</div>
	);
}

type OthersProps = { read: Month; request: ListRequest; locale: string };

/** So that nobody leafs through empty months. */
async function OtherMonths({ read, request, locale }: OthersProps) {
	const t = await getTranslations("events");
	const list = await getTranslations("events.month");
	return (
		<div className="flex flex-col gap-3 text-sm">
			{read.months.length > 0 && (
				<nav aria-label={list("withEvents")}>
					<p className="text-muted">{list("withEvents")}</p>
					<ul className="mt-1 flex flex-wrap gap-x-4">
						{read.months.map(({ month, events }) => (
							<li key={month}>
								<Link
									href={monthHref(request, month)}
									prefetch={false}
									aria-current={month === read.month ? "true" : undefined}
									className="inline-flex min-h-11 items-center text-link aria-[current]:font-medium aria-[current]:no-underline"
								>
									{t("option", { name: formatMonth(month, locale), count: events })}
								</Link>
							</li>
						))}
					</ul>
				</nav>
			)}
			{read.undated > 0 && (
				<p className="max-w-narrow text-muted">
					{list.rich("undated", {
						count: read.undated,
						link: (words) => (
							<Link href={listHref(request.chosen)} prefetch={false} className="text-link">
								{words}
							</Link>
						),
					})}
				</p>
			)}
		</div>
	);
}
