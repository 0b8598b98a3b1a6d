"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const PAUSE_MS = 1_500;

/** Asks for the page again and again while it is shown; without script the page does so by itself. */
export function KeepAsking() {
	const router = useRouter();
	useEffect(() => {
		const asking = setInterval(() => router.refresh(), PAUSE_MS);
		return () => clearInterval(asking);
	}, [router]);
	return (
		<noscript>
			<meta httpEquiv="refresh" content="3" />
		</noscript>
	);
}
