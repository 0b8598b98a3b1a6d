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
	/** Only where the second factor is proven, like `countries` (lib/permissions/second-factor). */
	isAdmin: boolean;
	/** ISO 3166-1 alpha-2 codes of the territories that this person coordinates. */
	countries: string[];
	/** A coordinator or an admin, whatever was proven: it says where to lead the person and gives no right. */
	hasOffice: boolean;
	factor: SecondFactor;
	/** The sign-in that asks; null where a job acts for the person. */
	session: { id: string; provenAt: Date | null } | null;
	memberships: { organisationId: string; role: "owner" | "editor" }[];
};

/** Whether the person has a second factor, and whether this session has proven it. */
export type SecondFactor = "none" | "unproven" | "proven";

export const ANONYMOUS: AnonymousViewer = { kind: "anonymous" };

/**
 * An admin with an owner's rights, for the one deed that ends an organisation in its owners' stead; whether the admin may is
 * asked before. The trail names the admin.
 */
export function asOwnerOf(admin: SignedInViewer, organisationId: string): SignedInViewer {
	return { ...admin, memberships: [...admin.memberships, { organisationId, role: "owner" }] };
}

/** True for coordinators and admins who have proven their second factor. */
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
