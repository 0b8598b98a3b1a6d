import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/lib/time/format";

/** A date as precise as it is known ("2013", "2013-02" or "2013-02-26"); null is said in words. */
export function RegisterDate({ date }: { date: string | null }) {
	const t = useTranslations("events");
	const locale = useLocale();
	if (date === null) return t("dateNotKnown");
	return <time dateTime={date}>{formatPartialDate(date, locale)}</time>;
}
