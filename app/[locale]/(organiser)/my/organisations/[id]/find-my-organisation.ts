import "server-only";
import { foundOr404 } from "@/app/found-or-404";
import { getMyOrganisation, type MyOrganisation } from "@/lib/organisations/queries";
import type { Viewer } from "@/lib/permissions/viewer";

/** One of the viewer's organisations; for all others the page does not exist. */
export async function findMyOrganisation(viewer: Viewer, id: string): Promise<MyOrganisation> {
	return foundOr404(id, () => getMyOrganisation(viewer, id));
}
