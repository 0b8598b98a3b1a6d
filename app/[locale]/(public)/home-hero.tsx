import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-fields";
import { Link } from "@/i18n/navigation";
import { formatDay, formatWeekday } from "@/lib/time/format";
import { nextCommemoration } from "@/lib/time/season";

/** The day, the stele, and what this site is. */
export function HomeHero({ now }: { now: Date }) {
	const t = useTranslations("home");
	const site = useTranslations("site");
	const locale = useLocale();
	const { date, anniversary } = nextCommemoration(now, "UTC");
	return (
		<div className="grid gap-x-12 gap-y-8 pt-8 sm:pt-10 lg:grid-cols-[auto_1fr]">
			<p aria-hidden="true" className="flex items-stretch gap-5 sm:gap-8">
				<span className="text-[clamp(7.5rem,3.5rem+21vw,22rem)] leading-[0.8] font-light tracking-[-0.06em] lining-nums">
					{site("day")}
				</span>
				<span className="stele w-0.5 flex-none bg-rule" />
				<span className="self-end text-2xl leading-none lg:hidden">{site("month")}</span>
			</p>
			<div className="flex min-w-0 flex-col items-start gap-5 lg:py-1">
				<p className="hidden text-2xl leading-none lg:block" aria-hidden="true">
					{site("month")}
				</p>
				<h1 className="max-w-[16ch] text-4xl tracking-[-0.025em]">
					<span className="sr-only">{`${site("shortName")}: `}</span>
					{t("heading")}
				</h1>
				<p className="text-ink-soft">
					{t("eyebrow", {
						number: anniversary,
						weekday: formatWeekday(date, locale),
						date: formatDay(date, locale),
					})}
				</p>
				<p className="max-w-narrow text-lg text-ink-soft">{t("lead")}</p>
				<Search />
			</div>
		</div>
	);
}

function Search() {
	const t = useTranslations("home");
	const filters = useTranslations("events.filters");
	const locale = useLocale();
	return (
		<search className="mt-1 w-full max-w-narrow">
			<form method="get" action={`/${locale}/events`} className="flex items-end gap-3">
				<TextField
					name="q"
					type="search"
					label={t("find")}
					placeholder={filters("qHint")}
					maxLength={200}
					className="min-w-0 flex-1"
					plain
				/>
				<Button type="submit">{t("search")}</Button>
			</form>
			<p className="mt-2 flex flex-wrap gap-x-6">
				<Link
					href="/events"
					prefetch={false}
					className="inline-flex min-h-11 items-center text-link"
				>
					{t("all")}
				</Link>
				<Link
					href="/my/events/new"
					prefetch={false}
					className="inline-flex min-h-11 items-center text-link"
				>
					{t("register")}
				</Link>
			</p>
		</search>
	);
}
