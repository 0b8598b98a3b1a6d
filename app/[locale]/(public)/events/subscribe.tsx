import { useLocale, useTranslations } from "next-intl";
import { ButtonAnchor } from "@/components/ui/button";
import { feedPaths, type ListRequest } from "./list-address";

type Props = { request: ListRequest; origin: string };

/** The same events in the reader's own calendar program. */
export function Subscribe({ request, origin }: Props) {
	const t = useTranslations("events.subscribe");
	const locale = useLocale();
	const { subscription, file } = feedPaths(request, locale);
	return (
		<section aria-labelledby="subscribe" className="bg-sunken p-6 sm:p-10 print:hidden">
			<h2 id="subscribe" className="scroll-mt-8 text-xl">
				{t("title")}
			</h2>
			<p className="mt-2 max-w-narrow text-muted">{t(textKey(request))}</p>
			<p className="mt-2 max-w-narrow text-muted">{t("withoutUndated")}</p>
			<div className="mt-6 flex flex-wrap gap-3">
				<ButtonAnchor href={`${origin.replace(/^https?:/, "webcal:")}${subscription}`}>
					{t("subscribe")}
				</ButtonAnchor>
				<ButtonAnchor href={file} variant="secondary" download>
					{t("download")}
				</ButtonAnchor>
			</div>
			<p className="mt-6 text-sm text-muted">{t("address")}</p>
			<p className="mt-1 text-sm break-all select-all" dir="ltr">
				<code>{`${origin}${subscription}`}</code>
			</p>
		</section>
	);
}

/** Says which years the subscription covers: the list itself may show this season only. */
function textKey({ chosen, isThisSeason }: ListRequest): "text" | "textFiltered" | "textAllYears" {
	const names = Object.keys(chosen);
	if (names.length === 0 || (names.length === 1 && chosen.season === "all")) return "text";
	return isThisSeason ? "textAllYears" : "textFiltered";
}
