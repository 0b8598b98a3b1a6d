import type { ReactNode } from "react";
import { DeskShell } from "@/app/desk-shell";
import { DeskNav, type DeskPlace } from "@/components/moderation/desk-nav";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { countForDesk } from "@/lib/moderation/desk-counts";
import { can } from "@/lib/permissions/can";
import { isReviewer, type Viewer } from "@/lib/permissions/viewer";

/** Frame of the pages of reviewers and administrators, with the way between its parts. Each page asks who is there. */
export async function ReviewersDesk({ children }: { children: ReactNode }) {
	const viewer = await currentViewer();
	const places = placesOf(viewer);
	return (
		<DeskShell>
			{places.length > 0 && <DeskNav places={places} counts={await countForDesk(viewer)} />}
			{children}
		</DeskShell>
	);
}

function placesOf(viewer: Viewer): DeskPlace[] {
	if (!isReviewer(viewer)) return [];
	return [
		"queue",
		"reports",
		"organisations",
		"duty",
		"figures",
		...(can(viewer, { action: "territories.edit" }) ? (["territories"] as const) : []),
		...(can(viewer, { action: "people.read" }) ? (["people"] as const) : []),
		...(can(viewer, { action: "audit.read" }) ? (["audit"] as const) : []),
		...(can(viewer, { action: "factors.list" }) ? (["factors"] as const) : []),
		...(can(viewer, { action: "blocklist.edit" }) ? (["blocklist"] as const) : []),
		...(can(viewer, { action: "seasons.edit" }) ? (["seasons"] as const) : []),
		...(can(viewer, { action: "silence.edit" }) ? (["silence"] as const) : []),
		...(can(viewer, { action: "switches.turn" }) ? (["switches"] as const) : []),
	];
}
