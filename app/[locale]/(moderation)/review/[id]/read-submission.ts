import "server-only";
import { foundOr404 } from "@/app/found-or-404";
import { getSubmission, type Submission } from "@/lib/moderation/queries";
import type { Viewer } from "@/lib/permissions/viewer";

/** The submission at an address; for whoever may not see it the page does not exist. */
export async function readSubmission(viewer: Viewer, id: string): Promise<Submission> {
	return foundOr404(id, () => getSubmission(viewer, id));
}
