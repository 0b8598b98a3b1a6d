import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "@/i18n/navigation";

export type CountLine = {
	key: string;
	name: ReactNode;
	events: number;
	/** Absent where there is no page of its own. */
	href?: ComponentProps<typeof Link>["href"] | undefined;
	/** A few words under the name. */
	note?: ReactNode;
};

type Props = { lines: readonly CountLine[] };

const LINE = "flex min-h-12 items-center justify-between gap-3 py-2 leading-snug";

/** Names with how many events each has. */
export function CountList({ lines }: Props) {
	return (
		<ul className="gap-x-10 sm:columns-2 lg:columns-3">
			{lines.map(({ key, href, ...line }) => (
				<li key={key} className="break-inside-avoid border-t border-line">
					{href ? (
						<Link href={href} prefetch={false} className={`${LINE} no-underline hover:text-accent`}>
							<NameAndCount {...line} />
						</Link>
					) : (
						<span className={LINE}>
							<NameAndCount {...line} />
						</span>
					)}
				</li>
			))}
		</ul>
	);
}

function NameAndCount({ name, note, events }: Omit<CountLine, "key" | "href">) {
	const t = useTranslations("home");
	const format = useFormatter();
	return (
		<>
			<span className="min-w-0">
				{name}
				{note && <span className="block text-xs text-muted">{note}</span>}
			</span>
			<span aria-hidden="true" className="figures text-sm text-muted">
				{events > 0 && format.number(events)}
			</span>
			<span className="sr-only">{events > 0 && t("countryEvents", { count: events })}</span>
		</>
	);
}
