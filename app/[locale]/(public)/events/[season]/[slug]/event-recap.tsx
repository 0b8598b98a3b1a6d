import { useLocale, useTranslations } from "next-intl";
import { RecapBody } from "@/components/recaps/recap-body";
import type { Published } from "@/lib/calendar/published";

/** What happened, told by the organiser afterwards. */
export function EventRecap({ event: { recap } }: { event: Published }) {
	const t = useTranslations("recap");
	const locale = useLocale();
	if (!recap) return null;
	return (
		<section aria-labelledby="recap" className="border-t border-ink pt-6">
			<h2 id="recap" className="mb-6 text-2xl">
				{t("title")}
			</h2>
			<RecapBody recap={recap} locale={locale} />
		</section>
	);
}
