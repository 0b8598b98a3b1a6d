import type { Map as MapLibre } from "maplibre-gl";
import { type MouseEvent, useMemo, useRef } from "react";
import { createPortal } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import type { Mark } from "./map-props";
import { useOverlay } from "./overlay";

type Props = {
	map: MapLibre;
	marks: readonly Mark[];
	label: string;
	/** Key of the mark whose panel is open. */
	openKey: string | null;
	lang: string;
	/** `byKeyboard` tells who wants the focus to go on. */
	onChoose: (mark: Mark, how: { byKeyboard: boolean; button: HTMLButtonElement }) => void;
};

/**
 * The marks as buttons on the map, from west to east, so that the keyboard and screen readers reach them. They live
 * in the map's own element: wheel, drag and arrow keys work on them as on the map.
 */
export function Marks({ map, marks, label, openKey, lang, onChoose }: Props) {
	const list = useRef<HTMLUListElement>(null);
	const sorted = useMemo(() => [...marks].sort((a, b) => lonOf(a) - lonOf(b)), [marks]);
	useOverlay(map, list);
	const choose = (mark: Mark) => (event: MouseEvent<HTMLButtonElement>) => {
		event.stopPropagation();
		onChoose(mark, { byKeyboard: event.detail === 0, button: event.currentTarget });
	};
	const number = new Intl.NumberFormat(lang);
	return createPortal(
		<ul ref={list} aria-label={label} className="font-sans">
			{sorted.map((mark) => {
				const { kind, key, label: name } = mark.properties;
				const [lon, lat] = mark.geometry.coordinates;
				return (
					<li key={key} className="absolute top-0 left-0" data-lon={lon} data-lat={lat}>
						<button
							type="button"
							data-key={key}
							aria-label={name}
							aria-expanded={key === openKey}
							title={name}
							onClick={choose(mark)}
							onDoubleClick={(event) => event.stopPropagation()}
							className={classNames(BUTTON, kind === "cluster" ? CLUSTER : EVENT)}
							style={kind === "cluster" ? sizeOf(mark.properties.count) : undefined}
						>
							{kind === "cluster" ? number.format(mark.properties.count) : <span className={DOT} />}
						</button>
					</li>
				);
			})}
		</ul>,
		map.getCanvasContainer(),
	);
}

const BUTTON =
	"group absolute top-0 left-0 flex -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full focus-visible:z-10 focus-visible:rounded-full focus-visible:outline-offset-2";
const CLUSTER =
	"figures border-2 border-paper bg-accent-fill text-sm leading-none font-medium text-on-accent hover:bg-ink hover:text-paper aria-expanded:bg-ink aria-expanded:text-paper forced-colors:border-[ButtonText]";
const EVENT = "size-7";
const DOT =
	"size-3.5 rounded-full border-2 border-paper bg-accent-fill group-hover:bg-ink group-aria-expanded:bg-ink forced-colors:bg-[ButtonText]";

const SMALLEST = 30;
const LARGEST = 58;

function sizeOf(count: number): { width: number; height: number } {
	const size = Math.min(LARGEST, Math.round(SMALLEST + 4.5 * Math.log2(count / 2)));
	return { width: size, height: size };
}

function lonOf({ geometry }: Mark): number {
	return geometry.coordinates[0];
}
