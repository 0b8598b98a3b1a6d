import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Outdated } from "@/lib/events/outdated";

/** Under a field of the form: what in it is probably that of the earlier season. */
export function OutdatedNote({ outdated }: { outdated: readonly Outdated[] }) {
	return (
		<ul className="flex flex-col gap-1 border-s-2 border-warning ps-3 text-sm">
			{outdated.map((note) => (
				<li key={`${note.code} ${note.found}`}>
					<OutdatedSentence note={note} />
				</li>
			))}
		</ul>
	);
}

/** Above the form: how many answers to look at, each with the way to it; nothing once there are none. */
export function OutdatedNotice({
	outdated,
	languageOf,
}: {
	outdated: readonly Outdated[];
	languageOf: (tag: string) => string;
}) {
	const t = useTranslations("eventForm.outdated");
	const label = useOutdatedField(languageOf);
	const fields = [...new Set(outdated.map(({ field }) => field))];
	if (fields.length === 0) return null;
	return (
		<Notice tone="warning" title={t("title", { count: fields.length })}>
			<ul className="list-disc ps-5">
				{fields.map((field) => (
					<li key={field}>
						<a href={`#${field}`}>{label(field)}</a>
					</li>
				))}
			</ul>
		</Notice>
	);
}

/** One thing that is probably out of date, in words. */
export function OutdatedSentence({ note: { code, found } }: { note: Outdated }) {
	const t = useTranslations("eventForm.outdated");
	return t.rich(code, { found: () => <bdi className="font-medium break-words">{found}</bdi> });
}

/** The name of a form's field; of a text also its language, of a programme also the part. */
export function useOutdatedField(languageOf: (tag: string) => string): (field: string) => string {
	const t = useTranslations("field");
	return (field) => {
		const item = /^programme\.(\d+)\./.exec(field)?.[1];
		if (item !== undefined) return t("programmeItem", { number: Number(item) + 1 });
		const [, language, part] = /^texts\.([^.]+)\.(.+)$/.exec(field) ?? [];
		return language && part
			? t("textIn", { field: t(part), language: languageOf(language) })
			: t(field);
	};
}
