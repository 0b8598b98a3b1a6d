import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DomainError } from "@/lib/errors";
import { getMyEvent, type MyEvent } from "@/lib/events/queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { isEventId } from "../../is-event-id";

/** The viewer's own event, or the page for what does not exist. */
export const findMyEvent = cache(async (viewer: Viewer, id: string): Promise<MyEvent> => {
	if (!isEventId(id)) notFound();
	try {
		return await getMyEvent(viewer, id);
	} catch (error) {
		if (error instanceof DomainError && error.code === "not_found") notFound();
		throw error;
	}
});
