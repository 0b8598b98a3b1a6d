"use client";

import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { formatTime } from "@/lib/time/format";
import { fill } from "./fill";
import type { Moment } from "./moment";
import { useOwnTime } from "./own-time";
import type { SunDay } from "./sun-day";

type Props = {
	moment: Moment;
	day: Pick<SunDay, "locale" | "texts">;
	/** A wall leads nowhere. */
	isPlain?: boolean;
};

/** One moment: what it is, and "17:00 in Tokyo is 09:00 for you". */
export function MomentItem({ moment, day, isPlain = false }: Props) {
	const { locale, texts } = day;
	const { title, titleLanguage, path, place, time, kind, isDemo } = moment;
	const own = useOwnTime(moment, locale);
	const values = { time: formatTime(time, locale), place, own: own ?? "" };
	// The page's own side, whichever way the title's language is written.
	const name = titleLanguage ? <bdi lang={titleLanguage}>{title}</bdi> : title;
	return (
		<li
			className={classNames(
				"min-w-0 border-s-2 ps-4",
				kind === "silence" ? "border-rule" : "border-line",
			)}
		>
			<p
				className={classNames(
					"leading-snug font-medium",
					isPlain && "line-clamp-2 landscape:sm:line-clamp-1",
				)}
			>
				{path && !isPlain ? (
					<Link href={`/${locale}${path}`} prefetch={false} className="text-link">
						{name}
					</Link>
				) : (
					name
				)}
			</p>
			<p className="figures mt-0.5 text-sm text-muted">
				{fill(own === null ? texts.timeThere : texts.timeThereAndHere, values)}
				{isDemo && <span className="ms-2 text-warning">{texts.example}</span>}
			</p>
		</li>
	);
}
