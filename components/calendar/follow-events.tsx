import { useLocale, useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button";

type Props = {
	/** Filters of the feeds, as they stand in addresses. */
	filters: Readonly<Record<string, string>>;
	/** Scheme and host of this site. */
	origin: string;
};

/** The same events in a calendar program or a news reader. */
export function FollowEvents({ filters, origin }: Props) {
	const t = useTranslations("places.follow");
	const locale = useLocale();
	const query = feedQuery(filters, locale);
	const calendar = `${origin.replace(/^https?:/, "webcal:")}/feeds/calendar.ics?${query}`;
	return (
		<section aria-labelledby="follow" className="bg-sunken p-6 sm:p-10 print:hidden">
			<h2 id="follow" className="text-xl">
				{t("title")}
			</h2>
			<p className="mt-2 max-w-narrow text-muted">{t("text")}</p>
			<div className="mt-6 flex flex-wrap gap-3">
				<ButtonAnchor href={calendar}>{t("calendar")}</ButtonAnchor>
				<ButtonAnchor href={`/feeds/events.rss?${query}`} variant="secondary">
					{t("rss")}
				</ButtonAnchor>
				<ButtonAnchor href={`/feeds/events.json?${query}`} variant="secondary">
					{t("json")}
				</ButtonAnchor>
			</div>
		</section>
	);
}

/** Filters and language of a feed, as its address has them. */
export function feedQuery(filters: Readonly<Record<string, string>>, locale: string): string {
	return new URLSearchParams({
		...filters,
		...(locale === "en" ? {} : { lang: locale }),
	}).toString();
}
