import { useTranslations } from "next-intl";
import type { Published } from "@/lib/calendar/published";
import { hostOf } from "@/lib/text/host-of";

/** Where an event of the archive is reported: what is said here is the source's word. */
export function EventSource({ event }: { event: Published }) {
	const t = useTranslations("event");
	const { sourceUrl, sourceTitle, sourceNote } = event;
	if (sourceUrl === null) return null;
	const host = hostOf(sourceUrl);
	return (
		<section
			aria-labelledby="source"
			className="max-w-[40rem] border-t border-line pt-5 text-sm text-muted"
		>
			<h2 id="source" className="font-medium text-ink">
				{t("source")}
			</h2>
			<p className="mt-1">
				{t.rich("sourceText", {
					title: sourceTitle ?? t("sourceUntitled", { host }),
					link: (chunks) => (
						<a href={sourceUrl} rel="noopener" className="text-link">
							<bdi>{chunks}</bdi>
						</a>
					),
				})}
			</p>
			{sourceTitle && <p className="mt-1">{host}</p>}
			{sourceNote && (
				<p className="mt-1">
					<bdi lang="en">{sourceNote}</bdi>
				</p>
			)}
		</section>
	);
}
