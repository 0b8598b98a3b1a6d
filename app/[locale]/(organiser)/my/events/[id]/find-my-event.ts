import "server-only";
import { cache } from "react";
import { foundOr404 } from "@/app/found-or-404";
import { getMyEvent, type MyEvent } from "@/lib/events/queries";
import type { Viewer } from "@/lib/permissions/viewer";

/** The viewer's own event, or the page for what does not exist. */
export const findMyEvent = cache(async (viewer: Viewer, id: string): Promise<MyEvent> => {
	return foundOr404(id, () => getMyEvent(viewer, id));
});
