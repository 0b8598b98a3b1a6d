import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Container } from "@/components/shell/container";
import { NavLink } from "@/components/shell/nav-link";
import type { DeskCounts } from "@/lib/moderation/desk-counts";

const PLACES = {
	queue: "/review",
	reports: "/review/reports",
	organisations: "/admin/organisations",
	duty: "/admin/duty",
	figures: "/admin/figures",
	territories: "/admin/territories",
	people: "/admin/people",
	audit: "/admin/audit",
	factors: "/admin/second-factors",
	blocklist: "/admin/blocklist",
	seasons: "/admin/seasons",
	silence: "/admin/silence",
	switches: "/admin/switches",
} as const;
export type DeskPlace = keyof typeof PLACES;

/** The parts of the reviewers' and administrators' desk; on a phone they scroll sideways. */
export function DeskNav({
	places,
	counts,
}: {
	places: readonly DeskPlace[];
	counts: DeskCounts | null;
}) {
	const t = useTranslations("deskNav");
	const locale = useLocale();
	return (
		<Container>
			<nav
				aria-label={t("label")}
				className="relative -mx-1 overflow-x-auto px-1 pt-4 print:hidden"
			>
				<ul className="flex gap-x-6 text-sm md:flex-wrap">
					{places.map((place) => (
						<li key={place} className="flex-none">
							<NavLink
								href={`/${locale}${PLACES[place]}`}
								{...(place === "queue" ? { except: `/${locale}${PLACES.reports}` } : {})}
								className="inline-flex min-h-11 items-center border-b border-transparent text-muted no-underline hover:text-ink aria-[current]:border-rule aria-[current]:font-medium aria-[current]:text-ink aria-[current]:[scroll-initial-target:nearest]"
							>
								{t(place)}
								{counts && <Count place={place} counts={counts} />}
							</NavLink>
						</li>
					))}
				</ul>
			</nav>
		</Container>
	);
}

/** How much waits there, as a number to see and in words to hear; nothing where nothing does. */
function Count({ place, counts }: { place: DeskPlace; counts: DeskCounts }) {
	const t = useTranslations("deskNav.waiting");
	const format = useFormatter();
	const count = countOf(place, counts);
	if (count === 0) return null;
	return (
		<>
			<span
				aria-hidden="true"
				className="figures ms-2 rounded-sm bg-sunken px-1.5 text-xs text-ink forced-colors:border"
			>
				{format.number(count)}
			</span>
			<span className="sr-only">
				{t(place === "queue" ? "queue" : "other", { ...counts, count })}
			</span>
		</>
	);
}

function countOf(place: DeskPlace, counts: DeskCounts): number {
	switch (place) {
		case "queue":
			return counts.submissions + counts.recaps;
		case "reports":
		case "organisations":
			return counts[place];
		default:
			return 0;
	}
}
