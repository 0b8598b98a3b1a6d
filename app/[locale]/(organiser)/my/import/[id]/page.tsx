import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { MyImport } from "@/lib/imports/queries";
import { KeepAsking } from "../keep-asking";
import { CheckedRows } from "./checked-rows";
import { findMyImport } from "./find-my-import";
import { MappingForm } from "./mapping-form";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("imports");
	return { title: t("title") };
}

/** One import, as far as it is: its columns, its check, its rows, its end. */
export default async function OneImportPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/import/${id}`);
	const found = await findMyImport(viewer, id);
	const [t, my] = await Promise.all([getTranslations("imports"), getTranslations("my")]);
	return (
		<Container>
			<PageHeader
				crumbs={[
					{ label: my("title"), href: "/my" },
					{ label: t("title"), href: "/my/import" },
					{ label: found.organisation.name },
				]}
				title={<bdi>{found.organisation.name}</bdi>}
				eyebrow={`${found.format.toUpperCase()}, ${t("rows", { count: found.rowCount })}`}
			/>
			<ClientMessages namespaces={["ui", "errors"]}>
				<Stage found={found} locale={locale} query={await searchParams} />
			</ClientMessages>
		</Container>
	);
}

function Stage({
	found,
	locale,
	query,
}: {
	found: MyImport;
	locale: string;
	query: Record<string, string | string[] | undefined>;
}) {
	switch (found.state) {
		case "mapping":
			return <MappingForm found={found} locale={locale} />;
		case "checking":
		case "importing":
			return <Progress found={found} />;
		case "checked":
			return <CheckedRows found={found} locale={locale} query={query} />;
		case "done":
			return <Done found={found} />;
	}
}

async function Progress({ found: { state, progress, rowCount } }: { found: MyImport }) {
	const t = await getTranslations("imports.progress");
	const label = t(state === "importing" ? "importing" : "checking");
	return (
		<div className="flex max-w-narrow flex-col gap-3">
			<p id="progress" className="text-lg font-medium">
				{label}
			</p>
			<progress
				aria-labelledby="progress"
				value={progress}
				max={rowCount}
				className="h-3 w-full accent-accent"
			/>
			<p className="figures">{t("of", { done: String(progress), total: String(rowCount) })}</p>
			<p className="text-muted">{t("stay")}</p>
			<KeepAsking />
		</div>
	);
}

async function Done({ found }: { found: MyImport }) {
	const t = await getTranslations("imports.done");
	const count = found.rowCount - found.leftOutCount;
	return (
		<div className="flex max-w-narrow flex-col items-start gap-6">
			<Notice
				tone="success"
				title={t(found.asDrafts ? "drafts" : "submitted", { count })}
				className="w-full"
			/>
			<ButtonLink href="/my">{t("toEvents")}</ButtonLink>
		</div>
	);
}
