import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedOrganisers } from "@/app/cached-places";
import { alternatesOf } from "@/app/page-address";
import { OrganiserList } from "@/components/calendar/organiser-list";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/i18n/navigation";
import type { Organiser } from "@/lib/calendar/organisers";
import { countryPath } from "@/lib/calendar/paths";
import { countryName } from "@/lib/places/countries";

type Props = { params: Promise<{ locale: string }> };

export const revalidate = 300;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "organisers" });
	return {
		title: t("title"),
		description: t("lead"),
		alternates: alternatesOf(locale, "/organisers"),
	};
}

/** Every public organiser, by country. */
export default async function OrganisersPage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const t = await getTranslations("organisers");
	const nav = await getTranslations("nav");
	const countries = byCountry(await cachedOrganisers(), locale);
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<Disclosure summary={t("jump")} className="mb-10 print:hidden">
				<ul className="gap-x-10 sm:columns-2 lg:columns-4">
					{countries.map(({ country, name }) => (
						<li key={country} className="break-inside-avoid">
							<a href={`#${country}`} className="inline-flex min-h-11 items-center text-link">
								{name}
							</a>
						</li>
					))}
				</ul>
			</Disclosure>
			<div className="flex flex-col gap-8">
				{countries.map(({ country, name, organisers }) => (
					<section
						key={country}
						aria-labelledby={country}
						className="grid gap-x-10 gap-y-3 border-t border-ink pt-4 lg:grid-cols-[14rem_1fr]"
					>
						<h2 id={country} className="scroll-mt-8 text-lg leading-snug">
							<Link
								href={countryPath(country)}
								prefetch={false}
								className="no-underline hover:text-accent hover:underline"
							>
								{name}
							</Link>
						</h2>
						<div className="min-w-0 lg:-mt-4">
							<OrganiserList organisers={organisers} />
						</div>
					</section>
				))}
			</div>
		</Container>
	);
}

function byCountry(organisers: readonly Organiser[], locale: string) {
	const groups = new Map<string, Organiser[]>();
	for (const organiser of organisers) {
		const group = groups.get(organiser.country);
		if (group) group.push(organiser);
		else groups.set(organiser.country, [organiser]);
	}
	return [...groups]
		.map(([country, each]) => ({
			country,
			name: countryName(country, locale),
			organisers: each,
		}))
		.sort((a, b) => a.name.localeCompare(b.name, locale));
}
