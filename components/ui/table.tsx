import type { Key, ReactNode } from "react";
import { classNames } from "./class-names";

export type Column<Row> = {
	key: string;
	header: ReactNode;
	cell: (row: Row) => ReactNode;
	/** Names the row; one column of a table. */
	isRowHeader?: boolean;
	align?: "start" | "end";
	/** Running text: on a phone it stands under its column name, not beside it. */
	isText?: boolean;
};

type Props<Row> = {
	/** Read by screen readers, and shown unless `hideCaption`. */
	caption: ReactNode;
	hideCaption?: boolean;
	columns: readonly Column<Row>[];
	rows: readonly Row[];
	rowKey: (row: Row) => Key;
	/** Makes each row the target of a link. */
	rowId?: (row: Row) => string;
};

/** A table on wide screens and on paper; on a phone each row is a block with its column names. */
export function Table<Row>({
	caption,
	hideCaption = false,
	columns,
	rows,
	rowKey,
	rowId,
}: Props<Row>) {
	return (
		<table className="block w-full border-collapse text-sm md:table print:table">
			<caption
				className={
					hideCaption
						? "sr-only"
						: "block pb-3 text-start font-medium md:table-caption print:table-caption"
				}
			>
				{caption}
			</caption>
			<thead className="sr-only md:not-sr-only md:table-header-group print:not-sr-only print:table-header-group">
				<tr>
					{columns.map((column) => (
						<th
							key={column.key}
							scope="col"
							className={classNames(
								"border-b border-ink px-3 py-2 font-medium first:ps-0 last:pe-0 print:px-2 print:first:ps-0 print:last:pe-0",
								column.align === "end" ? "text-end" : "text-start",
							)}
						>
							{column.header}
						</th>
					))}
				</tr>
			</thead>
			<tbody className="block md:table-row-group print:table-row-group">
				{rows.map((row) => (
					<tr
						key={rowKey(row)}
						id={rowId?.(row)}
						className="block border-b border-line py-3 first:border-t target:bg-sunken md:table-row md:py-0 md:first:border-t-0 print:table-row print:py-0 print:first:border-t-0"
					>
						{columns.map((column) => (
							<TableCell key={column.key} column={column} row={row} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function TableCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
	const Tag = column.isRowHeader ? "th" : "td";
	return (
		<Tag
			scope={column.isRowHeader ? "row" : undefined}
			className={classNames(
				column.isText ? "block" : "flex flex-wrap justify-between gap-x-4",
				"py-1 align-top md:table-cell md:px-3 md:py-3 md:first:ps-0 md:last:pe-0 print:table-cell print:px-2 print:py-2 print:first:ps-0 print:last:pe-0",
				column.align === "end" ? "figures text-end" : "text-start",
				column.isRowHeader ? "font-medium" : "font-normal",
			)}
		>
			{!column.isRowHeader && (
				<span
					aria-hidden="true"
					className={classNames("text-muted md:hidden print:hidden", column.isText && "block")}
				>
					{column.header}
				</span>
			)}
			<span className="min-w-0 md:contents print:contents">{column.cell(row)}</span>
		</Tag>
	);
}
