"use client";

import Link from "next/link";
import { useEffect, useSyncExternalStore } from "react";
import { subscribeToNothing } from "@/components/ui/subscribe-to-nothing";
import { keepAwake } from "./wake-lock";

type Props = { locale: string; texts: { fullScreen: string; leave: string } };

const CONTROL =
	"inline-flex min-h-11 items-center px-3 text-muted underline decoration-line-strong underline-offset-4 hover:text-ink";

/** The way out, and to the full screen, where both are gone; while it is shown the screen stays awake. */
export function WallControls({ locale, texts }: Props) {
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
			<Link href={`/${locale}/follow-the-sun`} prefetch={false} className={CONTROL}>
				{texts.leave}
			</Link>
		</div>
	);
}
