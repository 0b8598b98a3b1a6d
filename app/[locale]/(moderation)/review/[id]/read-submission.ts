import "server-only";
import { notFound } from "next/navigation";
import { DomainError } from "@/lib/errors";
import { getSubmission, type Submission } from "@/lib/moderation/queries";
import type { Viewer } from "@/lib/permissions/viewer";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The submission at an address; for whoever may not see it the page does not exist. */
export async function readSubmission(viewer: Viewer, id: string): Promise<Submission> {
	if (!UUID.test(id)) notFound();
	try {
		return await getSubmission(viewer, id);
	} catch (error) {
		if (error instanceof DomainError && error.code === "not_found") notFound();
		throw error;
	}
}
