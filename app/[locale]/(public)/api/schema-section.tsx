import { useTranslations } from "next-intl";
import type { OpenApi } from "@/app/api/v1/openapi";
import { type Column, Table } from "@/components/ui/table";
import { type FieldRow, fieldRows } from "./schema-rows";

type Props = { name: string; schema: OpenApi["components"]["schemas"][string] };

/** The fields of an answer. */
export function SchemaSection({ name, schema }: Props) {
	const t = useTranslations("apiDocs");
	return (
		<section aria-labelledby={`schema-${name}`} className="flex flex-col gap-4">
			<h3 id={`schema-${name}`} className="scroll-mt-8 text-lg">
				<code dir="ltr">{name}</code>
			</h3>
			<Table
				caption={t("fieldsOf", { name })}
				hideCaption
				columns={useFieldColumns()}
				rows={fieldRows(schema)}
				rowKey={({ path }) => path}
			/>
		</section>
	);
}

function useFieldColumns(): Column<FieldRow>[] {
	const t = useTranslations("apiDocs");
	return [
		{
			key: "name",
			header: t("name"),
			isRowHeader: true,
			cell: ({ path }) => (
				<code dir="ltr" className="break-all">
					{path}
				</code>
			),
		},
		{
			key: "type",
			header: t("values"),
			isText: true,
			cell: ({ type, reference }) => (
				<span lang="en" dir="ltr" className="break-words">
					{type}
					{reference && (
						<>
							{": "}
							<a href={`#schema-${reference}`} className="text-link">
								<code>{reference}</code>
							</a>
						</>
					)}
				</span>
			),
		},
		{
			key: "meaning",
			header: t("meaning"),
			isText: true,
			cell: ({ description }) => (
				<span lang="en" dir="ltr">
					{description}
				</span>
			),
		},
	];
}
