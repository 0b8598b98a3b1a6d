import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
	return <span className="sr-only">{children}</span>;
}

type ProseProps = {
	/** Language and direction of the text where it is not the page's. */
	lang?: string;
	dir?: "ltr" | "rtl" | "auto";
	className?: string;
} & ({ html: string; children?: never } | { html?: never; children: ReactNode });

/**
 * Running text. `html` must come from the Markdown sanitiser (`lib/text/markdown`) and from nowhere else.
 */
export function Prose({ html, lang, dir, className, children }: ProseProps) {
	const shared = { lang, dir, className: classNames("prose", className) };
	if (html === undefined) return <div {...shared}>{children}</div>;
	// biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised where it was rendered
	return <div {...shared} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Grey lines in the place of text that is on its way. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
	const t = useTranslations("ui");
	return (
		<div role="status" className={classNames("flex flex-col gap-3", className)}>
			<span className="sr-only">{t("loading")}</span>
			{Array.from({ length: lines }, (_, index) => index).map((index) => (
				<div
					key={index}
					aria-hidden="true"
					className={classNames("skeleton h-5", index === lines - 1 ? "w-2/5" : "w-full")}
				/>
			))}
		</div>
	);
}
