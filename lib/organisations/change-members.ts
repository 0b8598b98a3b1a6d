import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { lockAsOwner, lockOrganisation } from "./lock-organisation";
import type { MembershipRole } from "./schema";

type Member = { organisationId: string; userId: string; now: Date };

/**
 * Gives a member another role.
 * @throws DomainError as lockAsOwner does; not_found (no member), last_owner
 */
export async function changeRole(
	tx: Tx,
	viewer: Viewer,
	{ organisationId, userId, role, now }: Member & { role: MembershipRole },
): Promise<void> {
	const { owner } = await lockAsOwner(tx, viewer, organisationId);
	const before = await roleOf(tx, { organisationId, userId });
	if (before === role) return;
	if (before === "owner") await requireOtherOwner(tx, { organisationId, userId });
	await setRole(tx, { organisationId, userId, role });
	await audit(tx, {
		actorId: owner.id,
		action: "organisation.role_changed",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { userId, from: before, to: role },
		at: now,
	});
}

/**
 * Takes a member out; anybody may take out themselves, owners anybody.
 * @throws DomainError unauthenticated, not_found, forbidden (an editor, about others), last_owner
 */
export async function removeMember(
	tx: Tx,
	viewer: Viewer,
	{ organisationId, userId, now }: Member,
): Promise<void> {
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	if (userId === viewer.id) {
		requireCan(viewer, { action: "organisation.read", organisationId });
		await lockOrganisation(tx, organisationId);
	} else await lockAsOwner(tx, viewer, organisationId);
	const role = await roleOf(tx, { organisationId, userId });
	if (role === "owner") await requireOtherOwner(tx, { organisationId, userId });
	await tx.membership.delete({
		where: { organisationId_userId: { organisationId, userId } },
		select: { userId: true },
	});
	await endOffersOf(tx, { organisationId, userId });
	await audit(tx, {
		actorId: viewer.id,
		action: "organisation.member_removed",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { userId, role, isSelf: userId === viewer.id },
		at: now,
	});
}

/**
 * Makes another member the owner and the viewer an editor, in one step.
 * @throws DomainError as lockAsOwner does; not_found (no member, a disabled one, or the viewer)
 */
export async function handOver(
	tx: Tx,
	viewer: Viewer,
	{ organisationId, userId, now }: Member,
): Promise<void> {
	const { owner } = await lockAsOwner(tx, viewer, organisationId);
	const heir = await tx.membership.findFirst({
		where: { organisationId, userId, user: { disabledAt: null } },
		select: { userId: true },
	});
	if (!heir || userId === owner.id) throw new DomainError("not_found");
	await setRole(tx, { organisationId, userId, role: "owner" });
	await setRole(tx, { organisationId, userId: owner.id, role: "editor" });
	await audit(tx, {
		actorId: owner.id,
		action: "organisation.handed_over",
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { userId },
		at: now,
	});
}

async function setRole(
	tx: Tx,
	{ organisationId, userId, role }: Omit<Member, "now"> & { role: MembershipRole },
): Promise<void> {
	await tx.membership.update({
		where: { organisationId_userId: { organisationId, userId } },
		data: { role },
		select: { userId: true },
	});
	if (role !== "owner") await endOffersOf(tx, { organisationId, userId });
}

/** Whoever is no owner any more invites nobody, not even by a mail sent before. */
async function endOffersOf(tx: Tx, { organisationId, userId }: Omit<Member, "now">): Promise<void> {
	await tx.invitation.deleteMany({ where: { organisationId, invitedById: userId } });
}

async function roleOf(
	tx: Tx,
	{ organisationId, userId }: Omit<Member, "now">,
): Promise<MembershipRole> {
	const membership = await tx.membership.findUnique({
		where: { organisationId_userId: { organisationId, userId } },
		select: { role: true },
	});
	if (!membership) throw new DomainError("not_found");
	return membership.role;
}

/** A disabled owner cannot act, so such a one does not count here; the database counts every owner. */
async function requireOtherOwner(
	tx: Tx,
	{ organisationId, userId }: Omit<Member, "now">,
): Promise<void> {
	const others = await tx.membership.count({
		where: { organisationId, role: "owner", userId: { not: userId }, user: { disabledAt: null } },
	});
	if (others === 0) throw new DomainError("last_owner");
}
