import type { Piece } from "@/lib/text/highlight";

/** A text with the words that were looked for marked. */
export function Hits({ pieces }: { pieces: readonly Piece[] }) {
	return pieces.map(({ text, isHit }, index) =>
		isHit ? (
			// biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text keep their order
			<mark key={index} className="bg-accent-soft text-inherit">
				{text}
			</mark>
		) : (
			text
		),
	);
}
