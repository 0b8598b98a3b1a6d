"use client";

import { useEffect, useState } from "react";

/** Prints the page; not there without script, where the browser's own menu does it. */
export function PrintButton({ label, className }: { label: string; className: string }) {
	const [isReady, setReady] = useState(false);
	useEffect(() => setReady(true), []);
	if (!isReady) return null;
	return (
		<button type="button" onClick={() => window.print()} className={className}>
			{label}
		</button>
	);
}
