import { useFormatter, useTranslations } from "next-intl";
import type { Year } from "./years";

/** Units of the drawing: a bar and the gap after it, and the height of the highest. */
const STEP = 10;
const BAR = 7;
const HEIGHT = 100;
/** A single event must show. */
const LEAST = 1.5;

/** How many events each year has, as bars; the table after it says the same to who cannot see it. */
export function SeasonChart({ years }: { years: readonly Year[] }) {
	const t = useTranslations("archive");
	const format = useFormatter();
	const most = years.reduce((best, each) => (eventsOf(each) > eventsOf(best) ? each : best));
	const first = years.at(0)?.year;
	const last = years.at(-1)?.year;
	return (
		<figure aria-labelledby="chart">
			<h2 id="chart" className="mb-6 text-2xl">
				{t("chart")}
			</h2>
			<svg
				aria-hidden="true"
				viewBox={`0 0 ${years.length * STEP - (STEP - BAR)} ${HEIGHT}`}
				preserveAspectRatio="none"
				className="h-40 w-full text-ink-soft sm:h-56 rtl:-scale-x-100"
			>
				{years.map((each, index) => {
					const height = heightOf(eventsOf(each), eventsOf(most));
					return (
						<rect
							key={each.year}
							x={index * STEP}
							y={HEIGHT - height}
							width={BAR}
							height={height}
							className={each === most ? "fill-rule" : "fill-current"}
						/>
					);
				})}
			</svg>
			<div
				aria-hidden="true"
				className="figures flex justify-between border-t border-ink pt-2 text-sm text-muted"
			>
				<span>{first}</span>
				{last !== first && <span>{last}</span>}
			</div>
			<figcaption className="mt-3 max-w-narrow text-sm text-muted">
				{t("chartText", { year: String(most.year), count: format.number(eventsOf(most)) })}
			</figcaption>
		</figure>
	);
}

function eventsOf({ numbers }: Year): number {
	return numbers?.events ?? 0;
}

function heightOf(events: number, most: number): number {
	return events === 0 ? 0 : Math.max(LEAST, (events / most) * HEIGHT);
}
