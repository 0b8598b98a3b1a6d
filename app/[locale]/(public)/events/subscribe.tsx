import { useLocale, useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button";
import { feedPath, type ListRequest } from "./list-address";

type Props = { chosen: ListRequest["chosen"]; origin: string };

/** The same events in the reader's own calendar program. */
export function Subscribe({ chosen, origin }: Props) {
	const t = useTranslations("events.subscribe");
	const locale = useLocale();
	const path = feedPath(chosen, locale);
	const isFiltered = Object.entries(chosen).some(
		([name, value]) => name !== "season" || value !== "all",
	);
	return (
		<section aria-labelledby="subscribe" className="bg-sunken p-6 sm:p-10 print:hidden">
			<h2 id="subscribe" className="text-xl">
				{t("title")}
			</h2>
			<p className="mt-2 max-w-narrow text-muted">{t(isFiltered ? "textFiltered" : "text")}</p>
			<div className="mt-6 flex flex-wrap gap-3">
				<ButtonAnchor href={`${origin.replace(/^https?:/, "webcal:")}${path}`}>
					{t("subscribe")}
				</ButtonAnchor>
				<ButtonAnchor href={path} variant="secondary" download>
					{t("download")}
				</ButtonAnchor>
			</div>
			<p className="mt-6 text-sm text-muted">{t("address")}</p>
			<p className="mt-1 text-sm break-all select-all" dir="ltr">
				<code>{`${origin}${path}`}</code>
			</p>
		</section>
	);
}
