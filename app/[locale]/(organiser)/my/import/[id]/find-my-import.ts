import "server-only";
import { notFound } from "next/navigation";
import { DomainError } from "@/lib/errors";
import { getMyImport, type MyImport } from "@/lib/imports/queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { isEventId } from "../../is-event-id";

/** The import of one of the viewer's organisations; for others the page does not exist. */
export async function findMyImport(viewer: Viewer, id: string): Promise<MyImport> {
	if (!isEventId(id)) notFound();
	try {
		return await getMyImport(viewer, id);
	} catch (error) {
		if (error instanceof DomainError && error.code === "not_found") notFound();
		throw error;
	}
}
