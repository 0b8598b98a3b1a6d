import { useLocale, useTranslations } from "next-intl";
import type { Point } from "@/lib/places/distance";
import { drawGround, type Plot, placeOnPlot, plotAround } from "./plot";
import { namesOnPlot } from "./plot-names";

export type PlotMark =
	| (Point & { kind: "pin" | "centre" })
	| (Point & { kind: "other"; label: string });

const SIZE = { width: 360, height: 240 };
/** A disc with one number; wider for several. */
const DISC = 16;
const STEPS = [1, 2, 5];
const MAX_SCALE_UNITS = 90;

/**
 * A small map of the ground around a place, drawn on the server from our own outlines (docs/decisions/0015); it needs no
 * script. Its marks must be said in words beside it. @param km how far it reaches to the north and south
 */
export function PlacePlot({
	centre,
	km,
	marks,
	label,
}: {
	centre: Point;
	km: number;
	marks: readonly PlotMark[];
	label: string;
}) {
	const plot = plotAround(centre, { km, ...SIZE });
	const ground = drawGround(plot);
	return (
		<svg
			viewBox={`0 0 ${plot.width} ${plot.height}`}
			role="img"
			aria-label={label}
			className="h-auto w-full border border-line bg-paper"
		>
			<path d={ground.land} className="fill-line forced-colors:fill-[GrayText]" />
			<path d={ground.borders} fill="none" className="stroke-paper" strokeWidth={1.2} />
			<Names plot={plot} marks={marks} />
			<Scale plot={plot} />
			{marks.map((mark) => (
				<Mark key={`${mark.kind} ${mark.lat} ${mark.lon}`} mark={mark} plot={plot} />
			))}
		</svg>
	);
}

function Names({ plot, marks }: { plot: Plot; marks: readonly PlotMark[] }) {
	const locale = useLocale();
	return namesOnPlot(plot, { locale, taken: marks, limit: 8 }).map(({ id, name, x, y }) => (
		<g key={id} className="fill-ink-soft">
			<circle cx={x} cy={y} r={1.8} />
			<text
				x={x}
				y={y + 13}
				textAnchor="middle"
				className="stroke-line"
				fontSize={11}
				strokeWidth={3}
				paintOrder="stroke"
				strokeLinejoin="round"
			>
				{name}
			</text>
		</g>
	));
}

/** A bar of a round number of kilometres. */
function Scale({ plot }: { plot: Plot }) {
	const t = useTranslations("review.place");
	const km = roundBelow(MAX_SCALE_UNITS / plot.unitsPerKm);
	const end = 10 + km * plot.unitsPerKm;
	return (
		<g className="fill-ink stroke-ink">
			<path d={`M10 ${plot.height - 12}v4h${km * plot.unitsPerKm}v-4`} fill="none" />
			<text x={end + 6} y={plot.height - 8} direction="ltr" fontSize={11} stroke="none">
				{t("kilometres", { km })}
			</text>
		</g>
	);
}

function roundBelow(km: number): number {
	const power = 10 ** Math.floor(Math.log10(km));
	return (STEPS.findLast((step) => step * power <= km) ?? 1) * power;
}

function Mark({ mark, plot }: { mark: PlotMark; plot: Plot }) {
	const { x, y } = placeOnPlot(plot, mark);
	switch (mark.kind) {
		case "pin":
			return (
				<g className="fill-accent stroke-paper" strokeWidth={1.2}>
					<path d={`M${x} ${y}c-2-5-8-8-8-14a8 8 0 0 1 16 0c0 6-6 9-8 14z`} />
					<circle cx={x} cy={y - 14} r={2.8} className="fill-paper" />
				</g>
			);
		case "centre":
			return <circle cx={x} cy={y} r={4.5} className="fill-paper stroke-ink" strokeWidth={2} />;
		case "other":
			return (
				<g>
					<rect
						x={x - widthOf(mark.label) / 2}
						y={y - DISC / 2}
						width={widthOf(mark.label)}
						height={DISC}
						rx={DISC / 2}
						className="fill-ink stroke-paper"
						strokeWidth={1.2}
					/>
					<text
						x={x}
						y={y + 3.6}
						direction="ltr"
						textAnchor="middle"
						fontSize={10}
						className="fill-paper"
					>
						{mark.label}
					</text>
				</g>
			);
	}
}

function widthOf(label: string): number {
	return DISC + (label.length - 1) * 5;
}
