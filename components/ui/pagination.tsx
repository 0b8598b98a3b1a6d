import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import { Chevron } from "./chevron";

type Href = ComponentProps<typeof Link>["href"];

type Props = {
	/** Absent at the beginning of the list. */
	previousHref?: Href;
	/** Absent at the end of the list. */
	nextHref?: Href;
	previousLabel?: ReactNode;
	nextLabel?: ReactNode;
};

const LINK = "inline-flex min-h-12 items-center gap-3 font-medium no-underline hover:text-accent";

/** One page back, one page on; nothing when there is only one. */
export function Pagination({ previousHref, nextHref, previousLabel, nextLabel }: Props) {
	const t = useTranslations("ui.pagination");
	if (!previousHref && !nextHref) return null;
	return (
		<nav
			aria-label={t("label")}
			className="flex flex-wrap justify-between gap-4 border-t border-line pt-3"
		>
			{previousHref && (
				<Link href={previousHref} rel="prev" className={LINK}>
					<Chevron towards="start" />
					{previousLabel ?? t("previous")}
				</Link>
			)}
			{nextHref && (
				<Link href={nextHref} rel="next" className={`${LINK} ms-auto`}>
					{nextLabel ?? t("next")}
					<Chevron towards="end" />
				</Link>
			)}
		</nav>
	);
}
