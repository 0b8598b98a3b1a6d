import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventBody } from "@/app/[locale]/(public)/events/[season]/[slug]/event-body";
import { requireViewer } from "@/app/require-viewer";
import { EventBadges, hasBadges } from "@/components/calendar/event-badges";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { viewOf } from "@/lib/calendar/event-view";
import type { Published } from "@/lib/calendar/published";
import { readPublished } from "@/lib/calendar/queries";
import { env } from "@/lib/env";
import { previewEvent } from "@/lib/events/preview-event";
import { titleFor } from "@/lib/events/submit-event";
import { toFeedEvent } from "@/lib/feeds/from-published";
import { anniversaryOf } from "@/lib/time/season";
import { findMyEvent } from "../find-my-event";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("my.preview");
	return { title: t("title") };
}

/** A draft as the public will see it, in the language of the address. */
export default async function PreviewPage({ params }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/events/${id}/preview`);
	const event = await findMyEvent(viewer, id);
	const now = new Date();
	const preview = await previewEvent(viewer, id, now);
	const [t, my] = await Promise.all([getTranslations("my.preview"), getTranslations("my")]);
	const view = preview && viewOf(preview, locale, now);
	const parts = preview ? await readPublished(preview.subEvents.map((part) => ({ id: part }))) : [];
	return (
		<Container>
			<Notice tone="warning" title={t("title")} className="mt-6 print:hidden">
				<p>{t(preview ? "text" : "notYet")}</p>
				<div className="mt-4 flex flex-wrap gap-3">
					{event.actions.includes("edit") && (
						<ButtonLink href={`/my/events/${id}/edit`} variant="secondary">
							{t("edit")}
						</ButtonLink>
					)}
					<ButtonLink href={`/my/events/${id}`} variant="secondary">
						{t("back")}
					</ButtonLink>
				</div>
			</Notice>
			{preview && view ? (
				<>
					<Head preview={preview} view={view} untitled={my("untitled")} />
					<EventBody
						event={preview}
						view={view}
						feedEvent={toFeedEvent(preview, { locale, origin: env().APP_URL })}
						parts={parts.map((part) => viewOf(part, locale, now))}
						path={`/my/events/${id}/preview`}
					/>
				</>
			) : (
				<PageHeader title={<bdi>{titleFor(event.content, locale) || my("untitled")}</bdi>} />
			)}
		</Container>
	);
}

async function Head({
	preview,
	view,
	untitled,
}: {
	preview: Published;
	view: ReturnType<typeof viewOf>;
	untitled: string;
}) {
	const [t, type] = await Promise.all([getTranslations("event"), getTranslations("eventType")]);
	return (
		<PageHeader
			eyebrow={
				preview.season !== null &&
				t("anniversaryOf", { number: anniversaryOf(preview.season), type: type(preview.type) })
			}
			title={<bdi lang={view.titleLanguage ?? undefined}>{view.title || untitled}</bdi>}
			badges={hasBadges({ event: view }) && <EventBadges event={view} />}
		/>
	);
}
