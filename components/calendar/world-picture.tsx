import type { StaticImageData } from "next/image";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/i18n/navigation";
import land from "./world-land.svg";
import {
	placeDots,
	targetRadius,
	type WorldDot,
	type WorldPoint,
	type WorldTone,
} from "./world-points";
import { WORLD_HEIGHT, WORLD_WIDTH } from "./world-projection";

const LAND: StaticImageData = land;

type Props = {
	points: readonly WorldPoint[];
	/** What the picture shows, in a few words. */
	label: string;
	/** Where a dot for several points leads; to the address of the weightiest unless told. */
	hrefOfMerged?: (weightiest: WorldPoint) => NonNullable<WorldPoint["href"]>;
	/**
	 * A list on the same page says and links the same: the keyboard and screen readers are spared the picture, and
	 * its links are only for the pointer.
	 */
	hasEquivalent?: boolean;
	className?: string;
};

const TONES: Record<WorldTone, string> = {
	accent: "text-accent",
	ink: "text-ink",
	quiet: "text-muted",
};

/**
 * The world drawn on the server, with a dot for each point; points that would overlap are one dot. The land is a file
 * of its own, fetched once and coloured by the page. Dots keep their size in pixels however small the picture is.
 */
export function WorldPicture({
	points,
	label,
	hrefOfMerged,
	hasEquivalent = false,
	className,
}: Props) {
	const dots = placeDots(points);
	const hasLinks = points.some(({ href }) => href !== undefined);
	const role = hasLinks ? "group" : "img";
	return (
		// biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label; a title would be the tooltip of all that has none
		<svg
			viewBox={`0 0 ${WORLD_WIDTH} ${WORLD_HEIGHT}`}
			className={classNames("h-auto w-full max-sm:[--dot-scale:0.6]", className)}
			{...(hasEquivalent ? { "aria-hidden": true } : { role, "aria-label": label })}
		>
			<use href={`${LAND.src}#land`} className="fill-line forced-colors:fill-[GrayText]" />
			{dots.map((dot) => (
				<Dot
					key={`${dot.x} ${dot.y}`}
					dot={dot}
					href={hrefOf(dot, hrefOfMerged)}
					radius={targetRadius(dot, dots)}
					isFocusable={!hasEquivalent}
				/>
			))}
		</svg>
	);
}

function hrefOf({ points: [first, ...others] }: WorldDot, hrefOfMerged: Props["hrefOfMerged"]) {
	return first && others.length > 0 && hrefOfMerged ? hrefOfMerged(first) : first?.href;
}

type DotProps = { dot: WorldDot; href: WorldPoint["href"]; radius: number; isFocusable: boolean };

function Dot({ dot, href, radius, isFocusable }: DotProps) {
	const label = dot.points.map((point) => point.label).join("\n");
	const mark = <Mark dot={dot} />;
	if (!href) {
		return (
			<g>
				<title>{label}</title>
				{mark}
			</g>
		);
	}
	return (
		<Link
			href={href}
			prefetch={false}
			tabIndex={isFocusable ? undefined : -1}
			aria-label={isFocusable ? label : undefined}
			className="group outline-none"
		>
			<title>{label}</title>
			<circle cx={dot.x} cy={dot.y} r={radius} fill="transparent" />
			{mark}
		</Link>
	);
}

/** A line of no length with round ends: unlike a circle it can keep its size in pixels. */
function Mark({ dot }: { dot: WorldDot }) {
	const tone = TONES[dot.points[0]?.tone ?? "accent"];
	return (
		<>
			<Disc
				dot={dot}
				margin={10}
				className="stroke-ink opacity-0 group-focus-visible:opacity-100"
			/>
			<Disc dot={dot} margin={3} className="stroke-paper" />
			<Disc dot={dot} className={classNames("stroke-current group-hover:stroke-ink", tone)} />
		</>
	);
}

function Disc({
	dot,
	margin = 0,
	className,
}: {
	dot: WorldDot;
	margin?: number;
	className: string;
}) {
	return (
		<path
			d={`M${dot.x} ${dot.y}h0`}
			strokeLinecap="round"
			vectorEffect="non-scaling-stroke"
			style={{ strokeWidth: `calc(${dot.diameter + margin}px * var(--dot-scale, 1))` }}
			className={className}
		/>
	);
}
