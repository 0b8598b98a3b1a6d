import { getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { MyEvent } from "@/lib/events/queries";
import { titleFor } from "@/lib/events/submit-event";
import { listParts, type NamedEvent, nameEvent } from "@/lib/events/super-event-queries";
import { isMemberOf, type Viewer } from "@/lib/permissions/viewer";
import { formatDay } from "@/lib/time/format";

/** Of which event this one is a part, and which are part of it; nothing where there is neither. */
export async function BelongsTo({
	viewer,
	event: { id, content },
	locale,
}: {
	viewer: Viewer;
	event: MyEvent;
	locale: string;
}) {
	const whole = content.superEventId && (await nameEvent(viewer, content.superEventId));
	const parts = await listParts(viewer, id);
	if (!whole && parts.length === 0) return null;
	const t = await getTranslations("my.belongsTo");
	const events = whole ? [whole] : parts;
	return (
		<section aria-labelledby="belongs-to" className="flex flex-col gap-4">
			<h2 id="belongs-to" className="text-xl font-medium">
				{t(whole ? "partOf" : "parts")}
			</h2>
			<p className="max-w-narrow text-ink-soft">{t(whole ? "partOfText" : "partsText")}</p>
			<ul className="divide-y divide-line border-y border-line">
				{events.map((event) => (
					<li key={event.id} className="py-4">
						<Named event={event} isOwn={isMemberOf(viewer, event.organisationId)} locale={locale} />
					</li>
				))}
			</ul>
		</section>
	);
}

async function Named({
	event: { id, startDate, publicPath, ...event },
	isOwn,
	locale,
}: {
	event: NamedEvent;
	/** Its desk leads further than its public page. */
	isOwn: boolean;
	locale: string;
}) {
	const [t, my] = await Promise.all([getTranslations("my.belongsTo"), getTranslations("my")]);
	const title = titleFor(event, locale) || my("untitled");
	const path = isOwn ? `/my/events/${id}` : publicPath;
	return (
		<>
			<p className="font-medium">
				{path ? (
					<Link href={path} dir="auto" className="text-link wrap-anywhere">
						{title}
					</Link>
				) : (
					<bdi className="wrap-anywhere">{title}</bdi>
				)}
			</p>
			<p className="flex flex-wrap gap-x-3 text-sm text-muted">
				{startDate && formatDay(startDate, locale)}
				{publicPath === null && <span>{t("notPublic")}</span>}
			</p>
		</>
	);
}
