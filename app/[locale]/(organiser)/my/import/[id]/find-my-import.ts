import "server-only";
import { foundOr404 } from "@/app/found-or-404";
import { getMyImport, type MyImport } from "@/lib/imports/queries";
import type { Viewer } from "@/lib/permissions/viewer";

/** The import of one of the viewer's organisations; for others the page does not exist. */
export async function findMyImport(viewer: Viewer, id: string): Promise<MyImport> {
	return foundOr404(id, () => getMyImport(viewer, id));
}
