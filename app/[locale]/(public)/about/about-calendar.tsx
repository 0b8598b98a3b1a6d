import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import { formatTime } from "@/lib/time/format";
import { SOURCE_MARKS } from "./source-mark";

/** On the clocks of Baku. */
const MINUTE_OF_SILENCE = "17:00";

/** What is done on the day, and what this calendar has to do with it. */
export function AboutCalendar({ contact }: { contact: string | undefined }) {
	const t = useTranslations("about");
	const locale = useLocale();
	return (
		<>
			<h2 id="observed">{t("observedTitle")}</h2>
			<p>
				{t.rich("observed", {
					time: formatTime(MINUTE_OF_SILENCE, locale),
					link: linkTo("/memorials#baku-2008"),
					...SOURCE_MARKS,
				})}
			</p>
			<p>{t.rich("abroad", { events: linkTo("/events"), memorials: linkTo("/memorials") })}</p>
			<h2 id="calendar">{t("calendarTitle")}</h2>
			<p>{t.rich("calendar", { rules: linkTo("/content-rules") })}</p>
			<p>{t("calendarNot")}</p>
			<p>
				{t("runBy")}
				{contact && (
					<>
						{" "}
						{t.rich("contact", {
							address: contact,
							mail: (chunks) => (
								<a href={`mailto:${contact}`} className="text-link">
									<bdi>{chunks}</bdi>
								</a>
							),
						})}
					</>
				)}
			</p>
		</>
	);
}

function linkTo(href: ComponentProps<typeof Link>["href"]) {
	return (chunks: ReactNode) => (
		<Link href={href} prefetch={false} className="text-link">
			{chunks}
		</Link>
	);
}
