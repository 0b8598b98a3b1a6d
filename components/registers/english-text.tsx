import { useLocale } from "next-intl";
import type { ReactNode } from "react";

/** A text of the registers, which is in English whatever the page's language; it keeps the page's side. */
export function EnglishText({ children }: { children: ReactNode }) {
	const locale = useLocale();
	return <bdi lang={locale === "en" ? undefined : "en"}>{children}</bdi>;
}
