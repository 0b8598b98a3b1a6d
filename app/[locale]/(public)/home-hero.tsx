import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { formatDay, formatWeekday } from "@/lib/time/format";
import { nextCommemoration } from "@/lib/time/season";

/** The day, the stele, and what this site is. */
export function HomeHero({ now }: { now: Date }) {
	const t = useTranslations("home");
	const site = useTranslations("site");
	const locale = useLocale();
	const { date, anniversary } = nextCommemoration(now, "UTC");
	return (
		<div className="grid gap-x-12 gap-y-8 pt-10 sm:pt-16 lg:grid-cols-[auto_1fr]">
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
				<div className="mt-2 flex flex-wrap gap-3">
					<ButtonLink href="/events">{t("find")}</ButtonLink>
					<ButtonLink href="/my/events/new" variant="secondary">
						{t("register")}
					</ButtonLink>
				</div>
			</div>
		</div>
	);
}
