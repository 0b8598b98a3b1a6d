import { useTranslations } from "next-intl";
import { OutdatedSentence, useOutdatedField } from "@/components/events/outdated-notes";
import type { Outdated } from "@/lib/events/outdated";
import { languageName } from "@/lib/text/languages";

/** What is probably out of date, each with its place in the form. */
export function OutdatedList({
	outdated,
	locale,
}: {
	outdated: readonly Outdated[];
	locale: string;
}) {
	const t = useTranslations("my.repeat");
	const label = useOutdatedField((tag) => languageName(tag, locale));
	return (
		<section aria-labelledby="outdated" className="flex flex-col gap-3">
			<h2 id="outdated" className="text-xl font-medium">
				{t("check")}
			</h2>
			<p className="text-ink-soft">{t(outdated.length === 0 ? "checkNone" : "checkText")}</p>
			{outdated.length > 0 && (
				<ul className="divide-y divide-line border-y border-line">
					{outdated.map((note) => (
						<li key={`${note.field} ${note.code} ${note.found}`} className="py-3">
							<p className="text-sm text-muted">{label(note.field)}</p>
							<p className="min-w-0">
								<OutdatedSentence note={note} />
							</p>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
