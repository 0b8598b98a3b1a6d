import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { seasonPath } from "@/lib/calendar/paths";

type Props = {
	seasons: readonly { season: number | null; events: number }[];
	currentSeason: number;
};

/** The years before this one; nothing while the archive is empty. */
export function HomeArchive({ seasons, currentSeason }: Props) {
	const t = useTranslations("home");
	const past = seasons.filter(({ season }) => season === null || season < currentSeason);
	if (past.length === 0) return null;
	return (
		<section
			aria-labelledby="archive"
			className="drawn-when-near grid gap-x-10 gap-y-6 [--near-height:40rem] lg:grid-cols-[1fr_2fr]"
		>
			<div>
				<h2 id="archive" className="text-2xl">
					{t("archive")}
				</h2>
				<p className="mt-3 max-w-narrow text-muted">{t("archiveText")}</p>
				<p className="mt-3">
					<Link
						href="/archive"
						prefetch={false}
						className="inline-flex min-h-11 items-center text-link"
					>
						{t("archiveAll")}
					</Link>
				</p>
			</div>
			<ul className="grid grid-cols-3 gap-x-6 sm:grid-cols-4 lg:grid-cols-5">
				{past.map(({ season, events }) => (
					<li key={season ?? "undated"} className="border-t border-line">
						<Link
							href={seasonPath(season)}
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
		</section>
	);
}
