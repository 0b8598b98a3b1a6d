"use client";

import { useEffect, useSyncExternalStore } from "react";
import { Link } from "@/i18n/navigation";
import { keepAwake } from "./wake-lock";

type Props = { texts: { fullScreen: string; leave: string } };

const CONTROL =
	"inline-flex min-h-11 items-center px-3 text-muted underline decoration-line-strong underline-offset-4 hover:text-ink";

/** The way out, and to the full screen, where both are gone; while it is shown the screen stays awake. */
export function WallControls({ texts }: Props) {
	useEffect(keepAwake, []);
	const mayFill = useSyncExternalStore(
		subscribeToNothing,
		() => document.fullscreenEnabled,
		() => false,
	);
	return (
		<div className="wall-controls -mx-3 -my-2 flex shrink-0 flex-wrap print:hidden">
			{mayFill && (
				<button
					type="button"
					className={CONTROL}
					onClick={() => document.documentElement.requestFullscreen().catch(() => undefined)}
				>
					{texts.fullScreen}
				</button>
			)}
			<Link href="/follow-the-sun" prefetch={false} className={CONTROL}>
				{texts.leave}
			</Link>
		</div>
	);
}

function subscribeToNothing(): () => void {
	return () => undefined;
}
