import type { Map as MapLibre } from "maplibre-gl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { MapProps, MarkedAnswer } from "./map-props";
import { boxOfView } from "./view-box";

const MOST_KEPT = 60;

type State = { answer: MarkedAnswer | null; hasFailed: boolean };

/** What the server says of the part of the world that the map shows, asked anew when the map stands still. */
export function useMarks(
	map: MapLibre | null,
	{ filters, lang }: Pick<MapProps, "filters" | "lang">,
): State & { retry: () => void } {
	const [state, setState] = useState<State>({ answer: null, hasFailed: false });
	const kept = useRef(new Map<string, MarkedAnswer>());
	const asked = useRef<AbortController>(null);
	const look = useCallback(async () => {
		if (!map) return;
		asked.current?.abort();
		const asking = new AbortController();
		asked.current = asking;
		const address = addressOf(map, filters, lang);
		try {
			const answer = kept.current.get(address) ?? (await ask(address, asking.signal));
			if (kept.current.size >= MOST_KEPT) kept.current.clear();
			kept.current.set(address, answer);
			if (asked.current === asking) setState({ answer, hasFailed: false });
		} catch {
			if (asked.current === asking) setState(({ answer }) => ({ answer, hasFailed: true }));
		}
	}, [map, filters, lang]);
	useEffect(() => {
		if (!map) return;
		map.on("moveend", look);
		look();
		return () => {
			map.off("moveend", look);
			asked.current?.abort();
			asked.current = null;
		};
	}, [map, look]);
	return { ...state, retry: look };
}

function addressOf(map: MapLibre, filters: string, lang: string): string {
	const zoom = Math.max(0, Math.round(map.getZoom()));
	const bounds = map.getBounds();
	const view = {
		west: bounds.getWest(),
		south: bounds.getSouth(),
		east: bounds.getEast(),
		north: bounds.getNorth(),
	};
	const query = new URLSearchParams(filters);
	query.set("bbox", boxOfView(view, zoom));
	query.set("zoom", String(zoom));
	query.set("lang", lang);
	query.sort();
	return `/api/v1/map?${query}`;
}

async function ask(address: string, signal: AbortSignal): Promise<MarkedAnswer> {
	const answer = await fetch(address, { signal });
	if (!answer.ok) throw new Error(`The map's data answers ${answer.status}`);
	return answer.json();
}
