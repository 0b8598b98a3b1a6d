import type { StaticImageData } from "next/image";
import { useLocale } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "@/components/ui/class-names";
import { localePath } from "@/i18n/navigation";
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
	/** Where a dot for several points leads; to the address of the weightiest unless told. */
	hrefOfMerged?: (weightiest: WorldPoint) => NonNullable<WorldPoint["href"]>;
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
 * A list on the same page must say and link the same: the keyboard and screen readers are spared the picture, and its
 * links are only for the pointer.
 */
export function WorldPicture({ points, hrefOfMerged, className }: Props) {
	const dots = placeDots(points);
	return (
		<svg
			viewBox={`0 0 ${WORLD_WIDTH} ${WORLD_HEIGHT}`}
			className={classNames("h-auto w-full max-sm:[--dot-scale:0.6]", className)}
			aria-hidden="true"
		>
			<use href={`${LAND.src}#land`} className="fill-line forced-colors:fill-[GrayText]" />
			{dots.map((dot) => (
				<Dot
					key={`${dot.x} ${dot.y}`}
					dot={dot}
					href={hrefOf(dot, hrefOfMerged)}
					radius={targetRadius(dot, dots)}
				/>
			))}
		</svg>
	);
}

function hrefOf({ points: [first, ...others] }: WorldDot, hrefOfMerged: Props["hrefOfMerged"]) {
	return first && others.length > 0 && hrefOfMerged ? hrefOfMerged(first) : first?.href;
}

type DotProps = { dot: WorldDot; href: WorldPoint["href"]; radius: number };

/** A plain link: hundreds of them would each cost the browser's script a component. */
function Dot({ dot: { x, y, diameter, points }, href, radius }: DotProps) {
	const locale = useLocale();
	const mark = `M${x} ${y}h0`;
	const look = {
		className: `world-dot ${TONES[points[0]?.tone ?? "accent"]}`,
		style: { "--diameter": `${diameter}px` } as CSSProperties,
	};
	const drawing = (
		<>
			<title>{points.map(({ label }) => label).join("\n")}</title>
			{href && <circle cx={x} cy={y} r={radius} />}
			<path d={mark} />
			<path d={mark} />
		</>
	);
	if (!href) return <g {...look}>{drawing}</g>;
	return (
		<a href={localePath({ href, locale })} tabIndex={-1} {...look}>
			{drawing}
		</a>
	);
}
