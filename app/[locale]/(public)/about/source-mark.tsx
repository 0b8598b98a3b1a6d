import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SOURCES, type SourceId } from "./sources";

/** The number of a source, leading to it at the end of the page. */
export function SourceMark({ id }: { id: SourceId }) {
	const t = useTranslations("about");
	const number = SOURCES.findIndex((source) => source.id === id) + 1;
	return (
		<bdi>
			<sup className="mx-0.5 text-xs leading-none">
				<a
					href={`#source-${id}`}
					aria-label={t("mark", { number })}
					className="figures py-2 text-link"
				>
					{number}
				</a>
			</sup>
		</bdi>
	);
}

/** The marks of all sources as tags of a text: `<decision></decision>`. */
export const SOURCE_MARKS: Record<SourceId, () => ReactNode> = Object.fromEntries(
	SOURCES.map(({ id }) => [id, () => <SourceMark id={id} />]),
) as Record<SourceId, () => ReactNode>;
