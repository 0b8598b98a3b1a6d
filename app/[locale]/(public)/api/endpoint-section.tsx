import { useTranslations } from "next-intl";
import type { Parameter } from "@/app/api/v1/describe-parameters";
import type { Operation } from "@/app/api/v1/openapi";
import { type Column, Table } from "@/components/ui/table";
import { typeInWords } from "./schema-rows";

type Props = {
	path: string;
	operation: Operation;
	/** Address to try, with what stands for the parts of the path. */
	example: string;
};

/** One thing that can be asked: its parameters, an address to try and what it answers. */
export function EndpointSection({ path, operation, example }: Props) {
	const t = useTranslations("apiDocs");
	const { operationId, summary, description, parameters, responses } = operation;
	return (
		<section aria-labelledby={operationId} className="flex flex-col gap-4">
			<h3 id={operationId} className="scroll-mt-8 text-lg break-words">
				<code dir="ltr">GET {path}</code>
			</h3>
			<p lang="en" dir="ltr" className="max-w-narrow">
				{summary}. {description}
			</p>
			{parameters.length === 0 ? (
				<p className="text-sm text-muted">{t("noParameters")}</p>
			) : (
				<Parameters path={path} parameters={parameters} />
			)}
			<Answer responses={responses} />
			<div>
				<p className="text-sm text-muted">{t("example")}</p>
				<p
					dir="ltr"
					className="mt-1 rounded-sm border border-line bg-sunken p-3 text-sm break-all select-all"
				>
					<code>{`curl '${example}'`}</code>
				</p>
				<a href={example} className="inline-flex min-h-11 items-center text-sm text-link">
					{t("open")}
				</a>
			</div>
		</section>
	);
}

function Parameters({ path, parameters }: { path: string; parameters: Parameter[] }) {
	const t = useTranslations("apiDocs");
	return (
		<Table
			caption={t("parametersOf", { path })}
			hideCaption
			columns={useParameterColumns()}
			rows={parameters}
			rowKey={({ name }) => name}
		/>
	);
}

function Answer({ responses }: Pick<Operation, "responses">) {
	const t = useTranslations("apiDocs");
	const [type, content] = Object.entries(responses["200"]?.content ?? {})[0] ?? [];
	const schema = content?.schema.$ref?.split("/").at(-1);
	return (
		<p className="text-sm">
			<span className="text-muted">{t("answer")}</span> <code dir="ltr">{type}</code>
			{schema && (
				<>
					{", "}
					<a href={`#schema-${schema}`} className="text-link">
						<code>{schema}</code>
					</a>
				</>
			)}
		</p>
	);
}

function useParameterColumns(): Column<Parameter>[] {
	const t = useTranslations("apiDocs");
	return [
		{
			key: "name",
			header: t("name"),
			isRowHeader: true,
			cell: ({ name, required }) => (
				<>
					<code dir="ltr">{name}</code>
					{required && <span className="ms-2 font-normal text-muted">{t("required")}</span>}
				</>
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
		{
			key: "values",
			header: t("values"),
			isText: true,
			cell: ({ schema }) => (
				<span lang="en" dir="ltr" className="break-words">
					{typeInWords(schema)}
				</span>
			),
		},
		{
			key: "example",
			header: t("exampleValue"),
			cell: ({ example }) => <code dir="ltr">{example ?? ""}</code>,
		},
	];
}
