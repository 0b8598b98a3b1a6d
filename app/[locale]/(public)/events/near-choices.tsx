import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { describeCity, listNamesakes } from "@/lib/places/namesakes";
import { type ListRequest, listHref } from "./list-address";

/** Other cities of the name and country of the chosen one: who typed a name may have meant one of them. */
export function NearChoices({ chosen, view }: Pick<ListRequest, "chosen" | "view">) {
	const t = useTranslations("events.filters");
	const locale = useLocale();
	const city = chosen.near && /^\d+$/.test(chosen.near) ? getCity(Number(chosen.near)) : null;
	const others = city ? listNamesakes(city, locale) : [];
	if (!city || others.length === 0) return null;
	return (
		<nav aria-labelledby="namesakes" className="print:hidden">
			<p id="namesakes" className="text-sm text-muted">
				{t("namesakes", { name: cityName(city, locale) })}
			</p>
			<ul className="flex flex-wrap gap-x-6">
				{others.map((other) => (
					<li key={other.id}>
						<Link
							href={listHref({ ...chosen, view, near: String(other.id) })}
							prefetch={false}
							className="inline-flex min-h-11 flex-wrap items-center gap-x-2 text-sm"
						>
							<bdi className="text-link">{describeCity(other, locale)}</bdi>{" "}
							<span className="text-muted">{t("inhabitants", { count: other.population })}</span>
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
