import Link from "next/link";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { MapEvent } from "@/lib/calendar/map-events";
import type { ListedEvents, MapProps, Mark } from "./map-props";

type Props = Pick<MapProps, "lang" | "filters" | "listPath" | "texts"> & {
	mark: Mark;
	onClose: () => void;
};

/** The events of one mark, with links to their pages. Escape closes. */
export function Panel({ mark, lang, filters, listPath, texts, onClose }: Props) {
	const heading = useRef<HTMLHeadingElement>(null);
	const { items, hasFailed } = useEvents(mark, filters, lang);
	useFocusOn(heading, mark.properties.key);
	return (
		<div
			role="dialog"
			aria-labelledby="map-panel"
			aria-busy={items === null && !hasFailed}
			onKeyDown={(event) => event.key === "Escape" && onClose()}
			className="absolute inset-x-0 bottom-0 z-20 flex max-h-[min(75%,85svh)] flex-col border-t border-line-strong bg-surface sm:inset-x-auto sm:start-4 sm:top-4 sm:bottom-auto sm:w-80 sm:border"
		>
			<div className="flex items-start justify-between gap-4 border-b border-line py-2 ps-5 pe-2">
				<h3 ref={heading} id="map-panel" tabIndex={-1} className="py-2 leading-snug outline-none">
					{mark.properties.label}
				</h3>
				<button
					type="button"
					onClick={onClose}
					aria-label={texts.close}
					className="flex size-11 flex-none items-center justify-center text-muted hover:text-ink"
				>
					<Cross />
				</button>
			</div>
			<div className="min-h-0 overflow-y-auto px-5 pb-3">
				{hasFailed && <p className="py-3">{texts.dataFailed}</p>}
				{items === null && !hasFailed && <p className="py-3 text-muted">{texts.loadingEvents}</p>}
				<ul>
					{items?.map((event) => (
						<li key={event.id} className="border-b border-line last:border-b-0">
							<Event event={event} lang={lang} texts={texts} />
						</li>
					))}
				</ul>
			</div>
			{mark.properties.kind === "cluster" && (
				<p className="border-t border-line px-5 py-1">
					<Link
						href={listOf(mark, listPath)}
						prefetch={false}
						className="inline-flex min-h-11 items-center text-link"
					>
						{texts.all}
					</Link>
				</p>
			)}
		</div>
	);
}

function Event({ event, lang, texts }: { event: MapEvent } & Pick<Props, "lang" | "texts">) {
	const facts = [event.when, event.city, event.country].filter(Boolean);
	return (
		<Link
			href={`/${lang}${event.path}`}
			prefetch={false}
			className="group block py-3 no-underline hover:text-accent"
		>
			<bdi
				lang={event.titleLanguage}
				className="leading-snug font-medium decoration-rule decoration-1 underline-offset-[0.25em] group-hover:underline"
			>
				{event.title}
			</bdi>
			<span className="mt-1 block text-sm text-muted">{facts.join(" · ")}</span>
			{event.status === "cancelled" && (
				<span className="block text-sm text-warning">{texts.cancelled}</span>
			)}
			{event.isDemo && <span className="block text-sm text-warning">{texts.example}</span>}
		</Link>
	);
}

function useEvents(mark: Mark, filters: string, lang: string) {
	const [state, setState] = useState<{ items: MapEvent[] | null; hasFailed: boolean }>({
		items: null,
		hasFailed: false,
	});
	useEffect(() => {
		const { properties } = mark;
		if (properties.kind === "event") {
			setState({ items: [properties], hasFailed: false });
			return;
		}
		const asking = new AbortController();
		setState({ items: null, hasFailed: false });
		const query = new URLSearchParams(filters);
		query.set("bbox", properties.bounds.join(","));
		query.set("lang", lang);
		fetchEvents(`/api/v1/map/events?${query}`, asking.signal).then(
			({ items }) => setState({ items, hasFailed: false }),
			() => !asking.signal.aborted && setState({ items: null, hasFailed: true }),
		);
		return () => asking.abort();
	}, [mark, filters, lang]);
	return state;
}

async function fetchEvents(address: string, signal: AbortSignal): Promise<ListedEvents> {
	const answer = await fetch(address, { signal });
	if (!answer.ok) throw new Error(`The map's events answer ${answer.status}`);
	return answer.json();
}

function useFocusOn(heading: RefObject<HTMLElement | null>, key: string): void {
	// biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes there again for another mark
	useEffect(() => heading.current?.focus({ preventScroll: true }), [heading, key]);
}

/** The list of the same events: of their city, else of what is as near as they are to each other. */
function listOf({ geometry, properties }: Mark, listPath: string): string {
	const [path = "", query] = listPath.split("?");
	const params = new URLSearchParams(query);
	if (properties.kind === "cluster" && properties.city !== null) {
		params.set("city", String(properties.city));
	} else if (properties.kind === "cluster") {
		const [west, south, east, north] = properties.bounds;
		const [lon, lat] = geometry.coordinates;
		const width = (east - west + 360) % 360;
		const km = 111.2 * Math.max(north - south, width * Math.cos((lat * Math.PI) / 180));
		params.set("near", `${lat.toFixed(4)},${lon.toFixed(4)}`);
		params.set("radius", String(Math.max(1, Math.ceil(km))));
	}
	return `${path}?${params}`;
}

function Cross() {
	return (
		<svg
			aria-hidden="true"
			viewBox="0 0 12 12"
			className="size-3"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.5"
		>
			<path d="m1.5 1.5 9 9m0-9-9 9" />
		</svg>
	);
}
