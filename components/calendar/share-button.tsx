"use client";

import { useState, useSyncExternalStore } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { subscribeToNothing } from "@/components/ui/subscribe-to-nothing";

type Props = {
	url: string;
	title: string;
	texts: { share: string; copy: string; copied: string };
};

/** Hands the address to the device's own sharing, or copies it; absent without script. */
export function ShareButton({ url, title, texts }: Props) {
	const [isCopied, setIsCopied] = useState(false);
	const way = useSyncExternalStore(subscribeToNothing, sharingOfBrowser, () => null);
	if (way === null) return null;
	async function share(): Promise<void> {
		try {
			if (way === "share") await navigator.share({ url, title });
			else await navigator.clipboard.writeText(url);
			setIsCopied(way === "copy");
		} catch {
			// The visitor closed the dialog or refused the clipboard: nothing to do.
		}
	}
	return (
		<div className="print:hidden">
			<button type="button" className={buttonClass({ variant: "quiet" })} onClick={share}>
				{texts[way]}
			</button>
			<span role="status" className="ms-2 text-sm text-muted">
				{isCopied && texts.copied}
			</span>
		</div>
	);
}

function sharingOfBrowser(): "share" | "copy" | null {
	if ("share" in navigator && navigator.maxTouchPoints > 0) return "share";
	return navigator.clipboard ? "copy" : null;
}
