import "maplibre-gl/dist/maplibre-gl.css";
import type { Map as MapLibre } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { Controls } from "./controls";
import type { Bounds, MapProps, Mark } from "./map-props";
import { Marks } from "./marks";
import { MemorialMarks } from "./memorial-marks";
import { Panel } from "./panel";
import { showAll, useMap } from "./use-map";
import { useMarks } from "./use-marks";

type Props = MapProps & { onReady: () => void; onFault: () => void };
type Open = { mark: Mark; button: HTMLButtonElement };

/** The map itself with its marks, controls and panel; a chunk of its own with the library. */
export function MapCanvas(props: Props) {
	const { texts, filters, lang, bounds, listPath, memorials } = props;
	const holder = useRef<HTMLDivElement>(null);
	const map = useMap(holder, props);
	const { answer, hasFailed, retry } = useMarks(map, props);
	const [open, setOpen] = useState<Open | null>(null);
	const [hasMemorials, setHasMemorials] = useState(false);
	const focusInside = useFocusAfterZoom(holder, answer?.features);
	const choose = (
		mark: Mark,
		{ byKeyboard, button }: { byKeyboard: boolean; button: HTMLButtonElement },
	) => {
		if (!map) return;
		const target = zoomTarget(map, mark);
		if (!target) return setOpen({ mark, button });
		setOpen(null);
		if (byKeyboard) focusInside(target);
		map.fitBounds([...target], { padding: 64, maxZoom: map.getMaxZoom() });
	};
	const close = () => {
		const button = open?.button;
		setOpen(null);
		if (button?.isConnected) button.focus();
		else map?.getCanvas().focus();
	};
	const isEmpty = answer?.count === 0 && !hasFailed;
	return (
		<>
			{/* Clipped, not hidden: focus on a mark at the edge must not scroll the map away from under its marks. */}
			<div
				ref={holder}
				aria-describedby="map-help"
				className="absolute! inset-0 overflow-clip! print:hidden"
			/>
			{map && (
				<>
					<Marks
						map={map}
						marks={answer?.features ?? []}
						label={texts.map}
						openKey={open?.mark.properties.key ?? null}
						lang={lang}
						onChoose={choose}
					/>
					{hasMemorials && (
						<MemorialMarks map={map} memorials={memorials} label={texts.memorials} />
					)}
					<Controls map={map} texts={texts} onReset={() => showAll(map, bounds)} />
					{memorials.length > 0 && (
						<button
							type="button"
							aria-pressed={hasMemorials}
							onClick={() => setHasMemorials(!hasMemorials)}
							className="absolute start-3 bottom-3 z-10 min-h-11 max-w-[calc(100%-11rem)] border border-line-strong bg-surface px-3 text-sm hover:bg-sunken aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper print:hidden"
						>
							{texts.memorials}
						</button>
					)}
				</>
			)}
			{open && (
				<Panel
					mark={open.mark}
					lang={lang}
					filters={filters}
					listPath={listPath}
					texts={texts}
					onClose={close}
				/>
			)}
			<p role="status" className={hasFailed || isEmpty ? NOTE : "sr-only"}>
				{hasFailed ? texts.dataFailed : isEmpty ? texts.nothingHere : answer?.summary}
				{hasFailed && (
					<button type="button" onClick={retry} className="ms-3 min-h-11 text-link">
						{texts.retry}
					</button>
				)}
				{isEmpty && map && bounds && (
					<button
						type="button"
						onClick={() => showAll(map, bounds)}
						className="ms-3 min-h-11 text-link"
					>
						{texts.reset}
					</button>
				)}
			</p>
		</>
	);
}

const NOTE =
	"absolute start-3 top-3 z-10 max-w-[calc(100%-5.5rem)] border border-line-strong bg-surface px-4 py-2 text-sm";

/** Marks nearer than this at the nearest zoom cannot be told apart. */
const APART_PIXELS = 64;

/** The box that would part a cluster; null for one event and for what no zoom parts. */
function zoomTarget(map: MapLibre, { properties }: Mark): Bounds | null {
	if (properties.kind === "event") return null;
	const [west, south, east, north] = properties.bounds;
	const crossing = east < west ? east + 360 : east;
	const pixelsADegree = (512 * 2 ** map.getMaxZoom()) / 360;
	const extent = Math.max(crossing - west, north - south) * pixelsADegree;
	return extent < APART_PIXELS ? null : [west, south, crossing, north];
}

/** After a zoom by keyboard the chosen mark is gone: the focus goes to the first of those it was made of. */
function useFocusAfterZoom(
	holder: { current: HTMLDivElement | null },
	features: readonly Mark[] | undefined,
): (target: Bounds) => void {
	const target = useRef<Bounds>(null);
	useEffect(() => {
		const box = target.current;
		if (!box || !features) return;
		const inside = [...features]
			.sort((a, b) => a.geometry.coordinates[0] - b.geometry.coordinates[0])
			.find(({ geometry: { coordinates } }) => isInside(coordinates, box));
		const item =
			inside && holder.current?.querySelector(`[data-key="${CSS.escape(inside.properties.key)}"]`);
		if (item instanceof HTMLElement) item.focus();
		target.current = null;
	}, [features, holder]);
	return (box) => {
		target.current = box;
	};
}

function isInside(
	[lon, lat]: readonly [number, number],
	[west, south, east, north]: Bounds,
): boolean {
	const bit = 0.001;
	const unwrapped = lon < west - bit ? lon + 360 : lon;
	return unwrapped <= east + bit && lat >= south - bit && lat <= north + bit;
}
