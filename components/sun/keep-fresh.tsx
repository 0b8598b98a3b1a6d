"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { checkClock } from "./live-clock";

const EVERY_MS = 5 * 60_000;

/** Sets the page's clock by the server's, and fetches what was published meanwhile while somebody looks at it. */
export function KeepFresh() {
	const router = useRouter();
	useEffect(() => {
		let lastMs = Date.now();
		void checkClock();
		async function refresh(): Promise<void> {
			if (document.hidden || Math.abs(Date.now() - lastMs) < EVERY_MS) return;
			lastMs = Date.now();
			// Asked first: without an answer Next would leave the page for the browser's own error.
			if (await checkClock()) router.refresh();
		}
		const timer = setInterval(refresh, EVERY_MS / 5);
		document.addEventListener("visibilitychange", refresh);
		return () => {
			clearInterval(timer);
			document.removeEventListener("visibilitychange", refresh);
		};
	}, [router]);
	return null;
}
