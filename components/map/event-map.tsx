"use client";

import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import type { MapProps } from "./map-props";

type Fault = "failed" | "noWebgl";
type Canvas = ComponentType<MapProps & { onReady: () => void; onFault: () => void }>;

/**
 * The map of the events, fetched after the page. `children` is what stands here before, without script, and where
 * the map cannot be shown.
 */
export function EventMap({ children, ...props }: MapProps & { children: ReactNode }) {
	const [Canvas, setCanvas] = useState<Canvas | null>(null);
	const [isReady, setIsReady] = useState(false);
	const [fault, setFault] = useState<Fault | null>(null);
	const { texts } = props;
	useEffect(() => {
		if (!hasWebgl()) {
			setFault("noWebgl");
			return;
		}
		let isGone = false;
		import("./map-canvas").then(
			({ MapCanvas }) => !isGone && setCanvas(() => MapCanvas),
			() => !isGone && setFault("failed"),
		);
		return () => {
			isGone = true;
		};
	}, []);
	const onReady = useCallback(() => setIsReady(true), []);
	const onFault = useCallback(() => setFault("failed"), []);
	return (
		<div className="relative h-88 overflow-hidden border border-line bg-paper sm:h-[34rem]">
			<div
				className={classNames(
					"flex h-full flex-col items-center justify-center",
					isReady && !fault && "invisible print:visible",
				)}
			>
				{children}
				<p
					role="status"
					className="mt-4 print:hidden px-5 text-center text-sm text-muted empty:hidden"
				>
					{fault ? texts[fault] : Canvas ? texts.loading : null}
				</p>
			</div>
			{Canvas && !fault && <Canvas {...props} onReady={onReady} onFault={onFault} />}
		</div>
	);
}

function hasWebgl(): boolean {
	return document.createElement("canvas").getContext("webgl2") !== null;
}
