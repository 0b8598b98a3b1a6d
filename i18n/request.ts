import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { LOCALES } from "@/lib/text/languages";
import { loadMessages } from "./messages";
import { DEFAULT_LOCALE } from "./routing";

export default getRequestConfig(async ({ requestLocale }) => {
	const requested = await requestLocale;
	const locale = hasLocale(LOCALES, requested) ? requested : DEFAULT_LOCALE;
	return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
