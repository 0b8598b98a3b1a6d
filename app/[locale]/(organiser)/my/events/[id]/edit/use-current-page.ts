import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Version = { revisionId: string; revisionVersion: number };

/** What this window has saved last, by event. */
const lastSaved = new Map<string, Version>();

/** Notes a version that this window has saved. */
export function rememberSaved(eventId: string, { revisionId, revisionVersion }: Version): void {
	lastSaved.set(eventId, { revisionId, revisionVersion });
}

/**
 * False while the page is an old one that the browser's Back button brought out of the router's memory: what it shows
 * was saved over since, and saving from it would be a conflict with oneself. It is then loaded again.
 */
export function useCurrentPage({
	eventId,
	revision,
}: {
	eventId: string;
	revision: Version;
}): boolean {
	const router = useRouter();
	const isOld = isOlder(revision, lastSaved.get(eventId));
	const [isShown, setIsShown] = useState(!isOld);
	if (!isShown && !isOld) setIsShown(true);
	useEffect(() => {
		if (!isShown) router.refresh();
	}, [isShown, router]);
	return isShown;
}

function isOlder(page: Version, saved: Version | undefined): boolean {
	if (!saved) return false;
	// Ids are UUIDs of version 7, which grow with time (RFC 9562).
	if (page.revisionId !== saved.revisionId) return page.revisionId < saved.revisionId;
	return page.revisionVersion < saved.revisionVersion;
}
