import type { ReactNode } from "react";

export type Definition = { key: string; term: ReactNode; details: ReactNode };

/** Facts: the name at the start, what it is beside it; one under the other on a phone. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
	return (
		<dl className="divide-y divide-line border-y border-line">
			{items.map(({ key, term, details }) => (
				<div key={key} className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[minmax(8rem,1fr)_3fr]">
					<dt className="text-sm text-muted sm:pt-0.5">{term}</dt>
					<dd className="min-w-0">{details}</dd>
				</div>
			))}
		</dl>
	);
}
