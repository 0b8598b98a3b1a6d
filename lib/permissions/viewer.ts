/** Who asks: read afresh from the database at each request, never from the browser. */
export type Viewer = AnonymousViewer | SignedInViewer;

export type AnonymousViewer = { kind: "anonymous" };

export type SignedInViewer = {
	kind: "user";
	id: string;
	email: string;
	name: string | null;
	/** BCP 47 interface language for mails. */
	locale: string;
	isAdmin: boolean;
	/** ISO 3166-1 alpha-2 codes of the territories that this person coordinates. */
	countries: string[];
	memberships: { organisationId: string; role: "owner" | "editor" }[];
};

export const ANONYMOUS: AnonymousViewer = { kind: "anonymous" };

/** True for coordinators and admins. */
export function isReviewer(viewer: Viewer): viewer is SignedInViewer {
	return viewer.kind === "user" && (viewer.isAdmin || viewer.countries.length > 0);
}

/** True for owners and editors of the organisation. */
export function isMemberOf(viewer: Viewer, organisationId: string): viewer is SignedInViewer {
	return (
		viewer.kind === "user" &&
		viewer.memberships.some((membership) => membership.organisationId === organisationId)
	);
}
