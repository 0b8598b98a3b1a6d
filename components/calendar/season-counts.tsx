import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/i18n/navigation";
import type { SeasonCount } from "@/lib/calendar/numbers";

type Props = {
	seasons: readonly SeasonCount[];
	/** Where a season leads. */
	hrefOf: (season: number | null) => ComponentProps<typeof Link>["href"];
	/** Beside other content. */
	narrow?: boolean;
};

/** Years with their numbers of events, the newest first. */
export function SeasonCounts({ seasons, hrefOf, narrow = false }: Props) {
	const t = useTranslations("home");
	return (
		<ul
			className={classNames(
				"grid grid-cols-3 gap-x-6",
				narrow ? "sm:grid-cols-6 lg:grid-cols-3" : "sm:grid-cols-5 lg:grid-cols-7",
			)}
		>
			{seasons.map(({ season, events }) => (
				<li key={season ?? "undated"} className="border-t border-line">
					<Link
						href={hrefOf(season)}
						prefetch={false}
						className="flex min-h-16 flex-col justify-center py-2 no-underline hover:text-accent"
					>
						<span className={season === null ? "leading-snug" : "figures text-xl font-light"}>
							{season === null ? t("unknownYear") : season}
						</span>
						<span className="text-xs text-muted">{t("countryEvents", { count: events })}</span>
					</Link>
				</li>
			))}
		</ul>
	);
}
