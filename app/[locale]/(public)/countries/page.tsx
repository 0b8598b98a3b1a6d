import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedCountryLines } from "@/app/cached-places";
import { alternatesOf } from "@/app/page-address";
import { CountList } from "@/components/calendar/count-list";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { countryPath } from "@/lib/calendar/paths";
import type { CountryLine } from "@/lib/calendar/place-pages";
import { countryName } from "@/lib/places/countries";

type Props = { params: Promise<{ locale: string }> };

/** What is still to come changes without a publication. */
export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "countries" });
	return {
		title: t("title"),
		description: t("lead"),
		alternates: alternatesOf(locale, "/countries"),
	};
}

/** Every country that the calendar knows something of. */
export default async function CountriesPage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const t = await getTranslations("countries");
	const nav = await getTranslations("nav");
	const lines = (await cachedCountryLines())
		.map((line) => ({ ...line, name: countryName(line.country, locale) }))
		.sort((a, b) => a.name.localeCompare(b.name, locale));
	const toLine = ({ country, name, events, coming }: CountryLine & { name: string }) => ({
		key: country,
		href: countryPath(country),
		name,
		events,
		note: coming > 0 && t("comingCount", { count: coming }),
	});
	const withEvents = lines.filter(({ events }) => events > 0);
	const withoutEvents = lines.filter(({ events }) => events === 0);
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<div className="flex flex-col gap-16">
				{withEvents.length > 0 && (
					<section aria-labelledby="with-events">
						<h2 id="with-events" className="mb-6 text-2xl">
							{t("withEvents")}
						</h2>
						<CountList lines={withEvents.map(toLine)} />
					</section>
				)}
				{withoutEvents.length > 0 && (
					<section aria-labelledby="without-events">
						<h2 id="without-events" className="text-2xl">
							{t("withoutEvents")}
						</h2>
						<p className="mt-3 mb-6 max-w-narrow text-muted">{t("withoutText")}</p>
						<CountList lines={withoutEvents.map(toLine)} />
					</section>
				)}
			</div>
		</Container>
	);
}
