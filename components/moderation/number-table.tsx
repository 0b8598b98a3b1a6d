import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type NumberColumn<Row> = { key: string; header: ReactNode; cell: (row: Row) => ReactNode };

type Props<Row> = {
	caption: string;
	hideCaption?: boolean;
	/** The first one names the row and stays in sight; the others are numbers. */
	columns: readonly NumberColumn<Row>[];
	rows: readonly Row[];
	rowKey: (row: Row) => string;
};

/** A table of many columns of numbers: it stays one on a phone, where it moves sideways. */
export function NumberTable<Row>({ caption, hideCaption, columns, rows, rowKey }: Props<Row>) {
	return (
		<section
			aria-label={caption}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways must do so by keyboard too
			tabIndex={0}
			className="overflow-x-auto print:overflow-visible print:break-inside-auto!"
		>
			<table className="w-full border-collapse text-sm">
				<caption className={hideCaption ? "sr-only" : "pb-3 text-start font-medium"}>
					{caption}
				</caption>
				<thead>
					<tr className="align-bottom">
						{columns.map(({ key, header }, index) => (
							<th
								key={key}
								scope="col"
								className={classNames("border-b border-ink py-2 font-medium", cellClass(index))}
							>
								{header}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={rowKey(row)} className="align-top">
							{columns.map(({ key, cell }, index) => {
								const Tag = index === 0 ? "th" : "td";
								return (
									<Tag
										key={key}
										scope={index === 0 ? "row" : undefined}
										className={classNames("border-b border-line py-3", cellClass(index))}
									>
										{cell(row)}
									</Tag>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function cellClass(index: number): string {
	return index === 0
		? "sticky start-0 z-1 min-w-28 max-w-40 bg-paper pe-3 text-start font-medium sm:max-w-none print:static"
		: "figures min-w-20 px-3 text-end last:pe-0 print:min-w-0 print:px-1.5";
}
