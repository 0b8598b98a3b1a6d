import { useLocale, useTranslations } from "next-intl";
import { EnglishText } from "@/components/registers/english-text";
import { RegisterDate } from "@/components/registers/register-date";
import { RegisterWord } from "@/components/registers/register-word";
import { SourceLinks } from "@/components/registers/source-links";
import { type Column, Table } from "@/components/ui/table";
import { countryName } from "@/lib/places/countries";
import type { Recognition } from "@/lib/registers/schema";

type Props = { caption: string; entries: readonly Recognition[] };

/** One part of the register; the id of each entry is an anchor of the page. */
export function RecognitionTable({ caption, entries }: Props) {
	const t = useTranslations("recognitions.column");
	const columns: Column<Recognition>[] = [
		{
			key: "body",
			header: t("body"),
			isRowHeader: true,
			cell: (entry) => <Body entry={entry} />,
		},
		{ key: "date", header: t("date"), cell: ({ date }) => <RegisterDate date={date} /> },
		{
			key: "kind",
			header: t("kind"),
			cell: ({ kind }) => <RegisterWord list="kind" word={kind} />,
		},
		{
			key: "says",
			header: t("says"),
			isText: true,
			cell: ({ says, note }) => <Says says={says} note={note} />,
		},
		{
			key: "evidence",
			header: t("evidence"),
			isText: true,
			cell: ({ evidence, sources }) => (
				<>
					<p className="font-medium">
						<RegisterWord list="evidence" word={evidence} />
					</p>
					<SourceLinks sources={sources} />
				</>
			),
		},
	];
	return (
		<Table
			caption={caption}
			hideCaption
			columns={columns}
			rows={entries}
			rowKey={({ id }) => id}
			rowId={({ id }) => id}
		/>
	);
}

function Body({ entry: { country, body } }: { entry: Recognition }) {
	const locale = useLocale();
	if (country === null) return <EnglishText>{body}</EnglishText>;
	return (
		<>
			<span className="block">{countryName(country, locale)}</span>
			<span className="block font-normal text-ink-soft first-letter:uppercase">
				<EnglishText>{body}</EnglishText>
			</span>
		</>
	);
}

function Says({ says, note }: Pick<Recognition, "says" | "note">) {
	return (
		<>
			<p className="first-letter:uppercase">
				<EnglishText>{says}</EnglishText>
			</p>
			{note && (
				<p className="mt-1 text-muted first-letter:uppercase">
					<EnglishText>{note}</EnglishText>
				</p>
			)}
		</>
	);
}
