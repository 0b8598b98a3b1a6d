import "server-only";
import { notFound } from "next/navigation";
import { DomainError } from "@/lib/errors";
import { getMyOrganisation, type MyOrganisation } from "@/lib/organisations/queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { isEventId } from "../../is-event-id";

/** One of the viewer's organisations; for all others the page does not exist. */
export async function findMyOrganisation(viewer: Viewer, id: string): Promise<MyOrganisation> {
	// Ids of organisations are UUIDs, as those of events are.
	if (!isEventId(id)) notFound();
	try {
		return await getMyOrganisation(viewer, id);
	} catch (error) {
		if (error instanceof DomainError && error.code === "not_found") notFound();
		throw error;
	}
}
