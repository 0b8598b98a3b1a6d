import type { Map as MapLibre } from "maplibre-gl";
import Link from "next/link";
import { useRef } from "react";
import { createPortal } from "react-dom";
import type { MemorialPlace } from "./map-props";
import { useOverlay } from "./overlay";

type Props = { map: MapLibre; memorials: readonly MemorialPlace[]; label: string };

/** Cities with a memorial as quiet upright strokes, each leading to the register. */
export function MemorialMarks({ map, memorials, label }: Props) {
	const list = useRef<HTMLUListElement>(null);
	useOverlay(map, list);
	return createPortal(
		<ul ref={list} aria-label={label} className="font-sans">
			{memorials.map(([name, lon, lat, path]) => (
				<li key={path} className="absolute top-0 left-0" data-lon={lon} data-lat={lat}>
					<Link
						href={path}
						prefetch={false}
						aria-label={name}
						title={name}
						className="group absolute top-0 left-0 flex h-7 w-6 -translate-x-1/2 -translate-y-full items-end justify-center"
					>
						<span className="h-5 w-1.5 border border-paper bg-ink group-hover:bg-accent-fill forced-colors:bg-[LinkText]" />
					</Link>
				</li>
			))}
		</ul>,
		map.getCanvasContainer(),
	);
}
