import type { Map as MapLibre } from "maplibre-gl";
import type { MapTexts } from "./map-props";

type Props = { map: MapLibre; texts: MapTexts; onReset: () => void };

/** Zoom and the way back, as buttons: on a narrow map at its foot, where in either direction of reading no place is. */
export function Controls({ map, texts, onReset }: Props) {
	return (
		<fieldset className="absolute end-3 bottom-3 z-10 sm:top-3 sm:bottom-auto print:hidden">
			<legend className="sr-only">{texts.controls}</legend>
			<div className="flex border border-line-strong bg-surface sm:flex-col">
				<Square label={texts.zoomIn} path="M2 7h10M7 2v10" onClick={() => map.zoomIn()} />
				<Square
					label={texts.zoomOut}
					path="M2 7h10"
					onClick={() => map.zoomOut()}
					className="border-s border-line sm:border-s-0 sm:border-t"
				/>
				<Square
					label={texts.reset}
					path="M1.5 5V1.5H5M9 1.5h3.5V5M12.5 9v3.5H9M5 12.5H1.5V9"
					onClick={onReset}
					className="border-s border-line sm:border-s-0 sm:border-t"
				/>
			</div>
		</fieldset>
	);
}

function Square({
	label,
	path,
	onClick,
	className = "",
}: {
	label: string;
	path: string;
	onClick: () => void;
	className?: string;
}) {
	return (
		<button
			type="button"
			aria-label={label}
			title={label}
			onClick={onClick}
			className={`flex size-11 items-center justify-center hover:bg-sunken ${className}`}
		>
			<svg
				aria-hidden="true"
				viewBox="0 0 14 14"
				className="size-3.5"
				fill="none"
				stroke="currentColor"
				strokeWidth="1.5"
			>
				<path d={path} />
			</svg>
		</button>
	);
}
