import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ENDPOINTS } from "@/app/api/v1/endpoints";
import { describeApi } from "@/app/api/v1/openapi";
import { alternatesOf } from "@/app/page-address";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { env } from "@/lib/env";
import { EndpointSection } from "./endpoint-section";
import { readExamples } from "./read-examples";
import { SchemaSection } from "./schema-section";

type Props = { params: Promise<{ locale: string }> };

/** Its examples name an event and an organiser that are public. */
export const revalidate = 3600;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "apiDocs" });
	return { title: t("title"), description: t("lead"), alternates: alternatesOf(locale, "/api") };
}

/** What machines may ask, for people who build them: written from the same description that machines read. */
export default async function ApiPage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const t = await getTranslations("apiDocs");
	const nav = await getTranslations("nav");
	const description = describeApi(env().APP_URL);
	const examples = await readExamples();
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<div className="grid gap-x-16 gap-y-10 lg:grid-cols-[3fr_2fr]">
				<div className="max-w-narrow">
					<p lang="en" dir="ltr" className="whitespace-pre-line">
						{description.info.description}
					</p>
					<p className="mt-6">
						<a href="/api/v1/openapi.json" className="text-link">
							{t("openapi")}
						</a>
					</p>
				</div>
				<Contents />
			</div>
			{description.tags.map(({ name: tag }) => (
				<section key={tag} aria-labelledby={tag} className="mt-16 flex flex-col gap-12">
					<h2 id={tag} className="scroll-mt-8 text-2xl">
						{t(`tags.${tag}`)}
					</h2>
					{ENDPOINTS.filter((endpoint) => endpoint.tag === tag).map(({ path, example }) => {
						const operation = description.paths[path]?.get;
						return (
							operation && (
								<EndpointSection
									key={path}
									path={path}
									operation={operation}
									example={exampleAddress(path, example, examples)}
								/>
							)
						);
					})}
				</section>
			))}
			<section aria-labelledby="answers" className="mt-16 flex flex-col gap-12">
				<h2 id="answers" className="scroll-mt-8 text-2xl">
					{t("answers")}
				</h2>
				{Object.entries(description.components.schemas).map(([name, schema]) => (
					<SchemaSection key={name} name={name} schema={schema} />
				))}
			</section>
		</Container>
	);
}

async function Contents() {
	const t = await getTranslations("apiDocs");
	const tags = [...new Set(ENDPOINTS.map(({ tag }) => tag))];
	return (
		<nav aria-label={t("contents")}>
			<ul className="border-b border-line">
				{[...tags.map((tag) => [tag, t(`tags.${tag}`)]), ["answers", t("answers")]].map(
					([id, label]) => (
						<li key={id} className="border-t border-line">
							<a
								href={`#${id}`}
								className="flex min-h-12 items-center py-2 no-underline hover:text-accent"
							>
								{label}
							</a>
						</li>
					),
				)}
			</ul>
		</nav>
	);
}

function exampleAddress(
	path: string,
	query: string,
	examples: Readonly<Record<string, string>>,
): string {
	const named = path.replace(/\{(\w+)\}/g, (whole, name) => examples[name] ?? whole);
	return `${env().APP_URL}${named}${query === "" ? "" : `?${query}`}`;
}
