import { db, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { can, requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";

/** Whether nobody else who can sign in is a member, and whether the program's own account has it besides (seed). */
export async function findClosable(viewer: Viewer, organisationId: string) {
	if (!can(viewer, { action: "organisation.edit", organisationId })) return null;
	const rows = await db.membership.findMany({
		where: { organisationId },
		select: { userId: true, role: true, user: { select: { email: true, disabledAt: true } } },
	});
	const others = rows.filter(({ userId }) => viewer.kind !== "user" || userId !== viewer.id);
	if (others.some(({ user }) => user.disabledAt === null)) return null;
	const isListed = others.some(
		({ role, user }) => role === "owner" && user.email.endsWith(".invalid"),
	);
	return { isListed };
}

/** The organisations that the viewer is a member of, by name. */
export async function listMyOrganisations(viewer: Viewer) {
	if (viewer.kind === "anonymous") return [];
	return db.organisation.findMany({
		where: { memberships: { some: { userId: viewer.id } } },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: {
			id: true,
			slug: true,
			name: true,
			kind: true,
			country: true,
			cityName: true,
			website: true,
			isLookAlike: true,
			heldAt: true,
			verifiedAt: true,
		},
	});
}

const profileSelect = {
	id: true,
	slug: true,
	name: true,
	kind: true,
	country: true,
	cityName: true,
	website: true,
	contactEmail: true,
	contactPhone: true,
	covers: true,
	logoId: true,
	logoCredit: true,
	version: true,
	waiting: true,
	waitingLogoId: true,
	isLookAlike: true,
	heldAt: true,
	heldReason: true,
	verifiedAt: true,
	verifiedBy: true,
	verifiedWith: true,
	trustedAt: true,
	importKey: true,
	_count: { select: { published: true } },
	texts: { orderBy: { locale: "asc" }, select: { locale: true, name: true, description: true } },
	verifications: {
		where: { endedAt: null },
		select: {
			id: true,
			method: true,
			email: true,
			domain: true,
			provenAt: true,
			expiresAt: true,
			vouchedAt: true,
			confirmedAt: true,
		},
	},
} satisfies Prisma.OrganisationSelect;

/**
 * One of the viewer's organisations as its members see it: the profile, and what stands for it.
 * @throws DomainError unauthenticated, not_found
 */
export async function getMyOrganisation(viewer: Viewer, organisationId: string) {
	requireCan(viewer, { action: "organisation.read", organisationId });
	const organisation = await db.organisation.findUnique({
		where: { id: organisationId },
		select: profileSelect,
	});
	if (!organisation) throw new DomainError("not_found");
	const { verifications, _count, importKey, ...rest } = organisation;
	const isPublic = _count.published > 0 || (importKey?.startsWith("mission:") ?? false);
	return { ...rest, isPublic, verification: verifications[0] ?? null };
}
export type MyOrganisation = Awaited<ReturnType<typeof getMyOrganisation>>;

/** Its members who can sign in, owners first. @throws DomainError unauthenticated, not_found */
export async function listMembers(viewer: Viewer, organisationId: string) {
	requireCan(viewer, { action: "organisation.read", organisationId });
	return db.membership.findMany({
		where: { organisationId, user: { disabledAt: null } },
		orderBy: [{ role: "asc" }, { createdAt: "asc" }, { userId: "asc" }],
		select: { role: true, user: { select: { id: true, name: true, email: true } } },
	});
}

/** The invitations that nobody has accepted, latest first; for owners. @throws DomainError unauthenticated, not_found, forbidden */
export async function listInvitations(viewer: Viewer, organisationId: string) {
	requireCan(viewer, { action: "organisation.edit", organisationId });
	return db.invitation.findMany({
		where: { organisationId },
		orderBy: [{ sentAt: "desc" }, { id: "desc" }],
		select: { id: true, email: true, role: true, sentAt: true, expiresAt: true },
	});
}
