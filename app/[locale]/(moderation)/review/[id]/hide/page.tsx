import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { HideForm } from "@/components/moderation/hide-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { bestText, languageName } from "@/lib/text/languages";
import { takeDownAction } from "../../reports/actions";
import { readSubmission } from "../read-submission";

type Props = { params: Promise<{ locale: string; id: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("reports.hiding");
	return { title: t("title") };
}

/** Hides a public event at once, with the reason that its organiser reads. */
export default async function HidePage({ params }: Props) {
	const { locale, id } = await params;
	const viewer = await requireReviewer(locale, `/review/${id}/hide`);
	const submission = await readSubmission(viewer, id);
	if (!submission.published || submission.isOwn) notFound();
	const [t, review] = await Promise.all([
		getTranslations("reports.hiding"),
		getTranslations("review"),
	]);
	const text = bestText(submission.published.content.texts, locale)?.text;
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: review("title"), href: "/review" },
					{ label: review("submission"), href: `/review/${id}` },
					{ label: t("title") },
				]}
				eyebrow={<bdi lang={text?.locale}>{text?.title ?? review("untitled")}</bdi>}
				title={t("title")}
				lead={t("lead")}
			/>
			<ClientMessages namespaces={["ui", "errors", "reports"]}>
				<HideForm
					action={takeDownAction}
					language={languageName(submission.authorLocale, locale)}
					hidden={{
						eventId: id,
						eventVersion: submission.version,
						locale,
						idempotencyKey: randomUUID(),
					}}
				/>
			</ClientMessages>
		</Container>
	);
}
