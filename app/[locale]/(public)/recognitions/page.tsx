import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cachedRecognitions } from "@/app/cached-registers";
import { alternatesOf, pageAddress } from "@/app/page-address";
import { RegisterEnd } from "@/components/registers/register-end";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { groupRecognitions } from "@/lib/registers/groups";
import { EvidenceLegend } from "./evidence-legend";
import { RecognitionTable } from "./recognition-table";

type Props = { params: Promise<{ locale: string }> };

const PATH = "/recognitions";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { locale } = await params;
	const t = await getTranslations({ locale, namespace: "recognitions" });
	return {
		title: t("title"),
		description: t("lead"),
		alternates: alternatesOf(locale, PATH),
	};
}

/** The register of what parliaments and other bodies have said: each number on it is the length of a list on it. */
export default async function RecognitionsPage({ params }: Props) {
	const { locale } = await params;
	setRequestLocale(locale);
	const t = await getTranslations("recognitions");
	const nav = await getTranslations("nav");
	const groups = groupRecognitions(await cachedRecognitions());
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: nav("home"), href: "/" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
				<div>
					<p className="max-w-narrow">{t("intro")}</p>
					<nav aria-label={t("parts")} className="mt-8">
						<ul className="border-b border-line">
							{groups.map(({ group, entries }) => (
								<li key={group} className="border-t border-line">
									<a
										href={`#${group}`}
										className="flex min-h-12 items-center justify-between gap-4 py-2 leading-snug no-underline hover:text-accent"
									>
										<span className="min-w-0">{t(`group.${group}`)}</span>
										<span className="figures flex-none text-sm text-muted">
											{t("count", { count: entries.length })}
										</span>
									</a>
								</li>
							))}
						</ul>
					</nav>
				</div>
				<EvidenceLegend />
			</div>
			<div className="mt-16 flex flex-col gap-16">
				{groups.map(({ group, entries }) => (
					<section key={group} aria-labelledby={group} className="break-inside-auto">
						<h2 id={group} className="text-2xl">
							{t(`group.${group}`)}
						</h2>
						<p className="mt-2 mb-6 max-w-narrow text-muted">{t(`groupText.${group}`)}</p>
						<RecognitionTable caption={t(`group.${group}`)} entries={entries} />
					</section>
				))}
			</div>
			<RegisterEnd url={pageAddress(locale, PATH)} data="/api/v1/recognitions" />
		</Container>
	);
}
