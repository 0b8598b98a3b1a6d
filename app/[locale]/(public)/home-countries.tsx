import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { countryPath } from "@/lib/calendar/paths";
import { countryName } from "@/lib/places/countries";

type Props = { countries: readonly { country: string; events: number }[] };

/** Where this season's events are, by country; nothing while there are none. */
export function HomeCountries({ countries }: Props) {
	const t = useTranslations("home");
	const places = useTranslations("places");
	const locale = useLocale();
	if (countries.length === 0) return null;
	const named = countries
		.map(({ country, events }) => ({ country, events, name: countryName(country, locale) }))
		.sort((a, b) => a.name.localeCompare(b.name, locale));
	return (
		<section aria-labelledby="countries" className="drawn-when-near [--near-height:80rem]">
			<h2 id="countries" className="mb-6 text-2xl">
				{t("byCountry")}
			</h2>
			<ul className="columns-2 gap-x-10 sm:columns-3 lg:columns-4">
				{named.map(({ country, events, name }) => (
					<li key={country} className="break-inside-avoid border-t border-line">
						<Link
							href={countryPath(country)}
							prefetch={false}
							className="flex min-h-12 items-center justify-between gap-3 py-2 leading-snug no-underline hover:text-accent"
						>
							<span className="min-w-0">{name}</span>
							<span aria-hidden="true" className="figures text-sm text-muted">
								{events}
							</span>
							<span className="sr-only">{t("countryEvents", { count: events })}</span>
						</Link>
					</li>
				))}
			</ul>
			<p className="mt-6">
				<Link
					href="/countries"
					prefetch={false}
					className="inline-flex min-h-11 items-center text-link"
				>
					{places("countriesAll")}
				</Link>
			</p>
		</section>
	);
}
