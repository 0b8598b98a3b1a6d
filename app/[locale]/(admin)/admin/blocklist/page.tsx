import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { requireReviewer } from "@/app/require-viewer";
import { ProveAgain } from "@/components/moderation/prove-again";
import { reviewerName } from "@/components/moderation/reviewer-name";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { BLOCK_KINDS, listBlocks } from "@/lib/moderation/blocklist";
import { can } from "@/lib/permissions/can";
import { isFreshlyProven } from "@/lib/permissions/second-factor";
import { formatDay } from "@/lib/time/format";
import { removeBlockAction } from "./actions";
import { BlockForm } from "./block-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["added", "removed"] as const;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("blocklist");
	return { title: t("title") };
}

/** What is marked in submissions, and who is kept out; for admins. */
export default async function BlocklistPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/admin/blocklist");
	if (!can(viewer, { action: "blocklist.edit" })) notFound();
	const [blocks, t, review] = await Promise.all([
		listBlocks(viewer),
		getTranslations("blocklist"),
		getTranslations("review"),
	]);
	const isFresh = isFreshlyProven(viewer, new Date());
	const asked = (await searchParams).done;
	const done = DONE.find((each) => each === asked);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: review("title"), href: "/review" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			{done && <Notice tone="success" live title={t(`done.${done}`)} className="mb-8" />}
			{isFresh ? (
				<section aria-labelledby="add" className="mb-14 flex flex-col gap-6">
					<h2 id="add" className="text-xl font-medium">
						{t("addTitle")}
					</h2>
					<BlockForm kinds={BLOCK_KINDS} locale={locale} />
				</section>
			) : (
				<ProveAgain path={`/${locale}/admin/blocklist`} className="mb-14" />
			)}
			{blocks.length === 0 && <EmptyState title={t("empty")} />}
			{BLOCK_KINDS.filter((kind) => blocks.some((block) => block.kind === kind)).map((kind) => (
				<section key={kind} aria-labelledby={kind} className="mb-12">
					<h2 id={kind} className="text-xl font-medium">
						{t(`kind.${kind}`)}
					</h2>
					<p className="mt-1 mb-4 text-sm text-muted">{t(`effect.${kind}`)}</p>
					<ul className="divide-y divide-line border-y border-line">
						{blocks
							.filter((block) => block.kind === kind)
							.map(({ id, value, reason, createdAt, addedBy }) => (
								<li key={id} className="flex flex-col gap-2 py-4">
									<p className="font-medium">
										<bdi className="wrap-anywhere">{value}</bdi>
									</p>
									<p className="text-sm text-muted">
										<bdi>{reason}</bdi>
										{" · "}
										<bdi>{reviewerName(addedBy)}</bdi>
										{" · "}
										{formatDay(createdAt.toISOString().slice(0, 10), locale)}
									</p>
									{isFresh && (
										<OneButtonForm run={removeBlockAction} variant="quiet" values={{ id, locale }}>
											{t("remove", { value })}
										</OneButtonForm>
									)}
								</li>
							))}
					</ul>
				</section>
			))}
		</Container>
	);
}
