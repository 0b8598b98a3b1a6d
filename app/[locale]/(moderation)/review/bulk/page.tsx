import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireProvenJustNow, requireReviewer } from "@/app/require-viewer";
import { ChosenItem } from "@/components/moderation/chosen-item";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { type ChosenSubmission, listChosen } from "@/lib/moderation/bulk-queries";
import { chosenInput, chosenValue, MOST_AT_ONCE } from "@/lib/moderation/bulk-rules";
import { bestText } from "@/lib/text/languages";
import { StopNotice } from "../stop-notice";
import { BulkForm } from "./bulk-form";

type Props = {
	params: Promise<{ locale: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("review.bulk");
	return { title: t("title") };
}

/** The submissions that a reviewer has chosen in the queue, once more, to be approved in one go. */
export default async function BulkPage({ params, searchParams }: Props) {
	const { locale } = await params;
	const asked = [(await searchParams).e ?? []].flat();
	const chosen = chosenInput.safeParse(asked.slice(0, MOST_AT_ONCE)).data ?? [];
	const query = new URLSearchParams(chosen.map((each) => ["e", chosenValue(each)]));
	const path = `/review/bulk?${query}`;
	const viewer = await requireReviewer(locale, path);
	await requireProvenJustNow(viewer, { locale, path });
	if (asked.length > 0 && chosen.length === 0) notFound();
	const [items, t] = await Promise.all([
		listChosen(viewer, chosen),
		getTranslations("review.bulk"),
	]);
	const ready = items.filter(({ isReady }) => isReady);
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: t("queue"), href: "/review" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			<StopNotice />
			{asked.length > MOST_AT_ONCE && (
				<Notice tone="warning" title={t("tooMany", { count: MOST_AT_ONCE })} className="mb-8" />
			)}
			{items.length === 0 ? (
				<EmptyState title={t("none")} action={<ButtonLink href="/review">{t("back")}</ButtonLink>}>
					{t("noneText")}
				</EmptyState>
			) : (
				<ClientMessages namespaces={["ui", "errors", "review"]}>
					<BulkForm
						locale={locale}
						idempotencyKey={randomUUID()}
						values={ready.map(({ id: eventId, eventVersion }) =>
							chosenValue({ eventId, eventVersion }),
						)}
						titles={titlesOf(items, locale, t("untitled"))}
						again={`/second-factor/again?returnTo=${encodeURIComponent(`/${locale}${path}`)}`}
					>
						<ul className="divide-y divide-line border-y border-line">
							{items.map((item) => (
								<ChosenItem key={item.id} item={item} locale={locale} />
							))}
						</ul>
					</BulkForm>
				</ClientMessages>
			)}
		</Container>
	);
}

function titlesOf(
	items: readonly ChosenSubmission[],
	locale: string,
	untitled: string,
): Record<string, string> {
	const titleOf = ({ content }: ChosenSubmission) =>
		bestText(content?.texts ?? [], locale)?.text.title ?? untitled;
	return Object.fromEntries(items.map((item) => [item.id, titleOf(item)]));
}
