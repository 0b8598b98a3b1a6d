import type { MapOptions } from "maplibre-gl";
import type { MapTexts } from "./map-props";

/**
 * How all maps behave: flat, north up, and leaving wheel and finger to the page around them.
 * @param name what screen readers call the map
 */
export function mapManners(
	name: string,
	gestures: MapTexts["gestures"],
	styleUrl: string | null,
): Partial<MapOptions> {
	return {
		attributionControl: styleUrl ? { compact: true } : false,
		maxPitch: 0,
		dragRotate: false,
		pitchWithRotate: false,
		cooperativeGestures: true,
		locale: {
			"Map.Title": name,
			"CooperativeGesturesHandler.WindowsHelpText": gestures.windows,
			"CooperativeGesturesHandler.MacHelpText": gestures.mac,
			"CooperativeGesturesHandler.MobileHelpText": gestures.touch,
		},
	};
}
