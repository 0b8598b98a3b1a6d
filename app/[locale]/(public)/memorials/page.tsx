import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedMemorials } from "@/app/cached-registers";
import { alternatesOf, pageAddress } from "@/app/page-address";
import { RegisterEnd } from "@/components/registers/register-end";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { serialiseJsonLd } from "@/lib/feeds/json-ld";
import { toMemorialsJsonLd } from "@/lib/feeds/memorial-json-ld";
import { countryName } from "@/lib/places/countries";
import { groupMemorials } from "@/lib/registers/groups";
import { MemorialEntry } from "./memorial-entry";
import { MemorialWorld } from "./memorial-world";

type Props = { params: Promise<{ locale: string }> };

const PATH = "/memorials";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "memorials" });
	return {
		title: t("title"),
		description: t("lead"),
		alternates: alternatesOf(locale, PATH),
	};
}

/** The register of memorials, by country. */
export default async function MemorialsPage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const t = await getTranslations("memorials");
	const nav = await getTranslations("nav");
	const memorials = await cachedMemorials();
	const countries = groupMemorials(memorials)
		.map((group) => ({ ...group, name: countryName(group.country, locale) }))
		.sort((a, b) => a.name.localeCompare(b.name, locale));
	const url = pageAddress(locale, PATH);
	return (
		<Container>
			<script
				type="application/ld+json"
				// biome-ignore lint/security/noDangerouslySetInnerHtml: serialised so that nothing in it can close the element
				dangerouslySetInnerHTML={{ __html: serialiseJsonLd(toMemorialsJsonLd(memorials, url)) }}
			/>
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<MemorialWorld memorials={memorials} />
			<nav aria-labelledby="by-country">
				<h2 id="by-country" className="mb-6 text-2xl">
					{t("byCountry")}
				</h2>
				<ul className="columns-2 gap-x-10 sm:columns-3 lg:columns-4">
					{countries.map(({ country, name, memorials: group }) => (
						<li key={country} className="break-inside-avoid border-t border-line">
							<a
								href={`#country-${country}`}
								className="flex min-h-12 items-center justify-between gap-3 py-2 leading-snug no-underline hover:text-accent"
							>
								<span className="min-w-0">{name}</span>
								<span aria-hidden="true" className="figures text-sm text-muted">
									{group.length}
								</span>
								<span className="sr-only">{t("count", { count: group.length })}</span>
							</a>
						</li>
					))}
				</ul>
			</nav>
			<div className="mt-16 flex flex-col gap-14">
				{countries.map(({ country, name, memorials: group }) => (
					<section
						key={country}
						aria-labelledby={`country-${country}`}
						className="break-inside-auto"
					>
						<h2
							id={`country-${country}`}
							className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-ink pb-2 text-2xl"
						>
							{name}
							<span className="text-sm font-normal text-muted">
								{t("count", { count: group.length })}
							</span>
						</h2>
						<div className="divide-y divide-line">
							{group.map((memorial) => (
								<div key={memorial.id}>
									<MemorialEntry memorial={memorial} />
								</div>
							))}
						</div>
					</section>
				))}
			</div>
			<RegisterEnd url={url} data="/api/v1/memorials">
				<p>{t("incomplete")}</p>
			</RegisterEnd>
		</Container>
	);
}
