import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { requireCan } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import type { CoordinatorInput, TerritoryInput } from "./territory-schema";

/**
 * Makes a territory, or gives one another name, clock or set of countries.
 * @throws DomainError unauthenticated, forbidden (no admin), proof_needed, not_found, invalid (the name is another one's)
 */
export async function saveTerritory(
	tx: Tx,
	viewer: Viewer,
	{ territoryId, input, now }: { territoryId: string | null; input: TerritoryInput; now: Date },
): Promise<{ territoryId: string }> {
	requireCan(viewer, { action: "territories.edit" });
	requireFreshProof(viewer, now);
	const { name, timezone, countries } = input;
	const namesake = await tx.territory.findUnique({ where: { name }, select: { id: true } });
	if (namesake && namesake.id !== territoryId)
		throw new DomainError("invalid", { fields: { name: "field.taken" } });
	const id =
		territoryId ?? (await tx.territory.create({ data: { name }, select: { id: true } })).id;
	const { count } = await tx.territory.updateMany({ where: { id }, data: { name, timezone } });
	if (count === 0) throw new DomainError("not_found");
	await tx.territoryCountry.deleteMany({
		where: { territoryId: id, country: { notIn: countries } },
	});
	await tx.territoryCountry.createMany({
		data: countries.map((country) => ({ territoryId: id, country })),
		skipDuplicates: true,
	});
	await note(tx, viewer, "territory.saved", { id, now, detail: { countries } });
	return { territoryId: id };
}

/**
 * Takes a territory away; its countries are then the admins', and its coordinators have them no more.
 * @throws DomainError unauthenticated, forbidden (no admin), proof_needed, not_found
 */
export async function deleteTerritory(
	tx: Tx,
	viewer: Viewer,
	{ territoryId, now }: { territoryId: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "territories.edit" });
	requireFreshProof(viewer, now);
	const { count } = await tx.territory.deleteMany({ where: { id: territoryId } });
	if (count === 0) throw new DomainError("not_found");
	await note(tx, viewer, "territory.deleted", { id: territoryId, now });
}

/**
 * Names somebody who has an account as coordinator or deputy, or changes which of both they are; they get a mail.
 * @throws DomainError unauthenticated, forbidden (no admin), proof_needed, not_found, invalid (nobody has that address)
 */
export async function nameCoordinator(
	tx: Tx,
	viewer: Viewer,
	{ input: { territoryId, email, role }, now }: { input: CoordinatorInput; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "territories.edit" });
	requireFreshProof(viewer, now);
	const territory = await tx.territory.findUnique({
		where: { id: territoryId },
		select: { name: true, countries: { orderBy: { country: "asc" }, select: { country: true } } },
	});
	if (!territory) throw new DomainError("not_found");
	const user = await tx.user.findUnique({
		where: { email, disabledAt: null },
		select: { id: true, email: true, locale: true },
	});
	if (!user) throw new DomainError("invalid", { fields: { email: "field.noAccount" } });
	const isDeputy = role === "deputy";
	await tx.coordinator.upsert({
		where: { territoryId_userId: { territoryId, userId: user.id } },
		create: { territoryId, userId: user.id, isDeputy, createdAt: now },
		update: { isDeputy },
		select: { userId: true },
	});
	await note(tx, viewer, "territory.coordinator_named", {
		id: territoryId,
		now,
		detail: { userId: user.id, role },
	});
	await enqueueMail(tx, {
		to: user.email,
		locale: user.locale,
		template: "coordinatorNamed",
		props: {
			territory: territory.name,
			countries: territory.countries.map(({ country }) => country).join(" "),
			role,
		},
	});
}

/**
 * Ends somebody's coordination of a territory; what they have taken on there is free again, and their next request sees
 * the queue no more.
 * @throws DomainError unauthenticated, forbidden (no admin), proof_needed, not_found
 */
export async function removeCoordinator(
	tx: Tx,
	viewer: Viewer,
	{ territoryId, userId, now }: { territoryId: string; userId: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "territories.edit" });
	requireFreshProof(viewer, now);
	const { count } = await tx.coordinator.deleteMany({ where: { territoryId, userId } });
	if (count === 0) throw new DomainError("not_found");
	const countries = await tx.territoryCountry.findMany({
		where: { territoryId },
		select: { country: true },
	});
	await tx.event.updateMany({
		where: { assigneeId: userId, country: { in: countries.map(({ country }) => country) } },
		data: { assigneeId: null },
	});
	await note(tx, viewer, "territory.coordinator_removed", {
		id: territoryId,
		now,
		detail: { userId },
	});
}

async function note(
	tx: Tx,
	admin: SignedInViewer,
	action:
		| "territory.saved"
		| "territory.deleted"
		| "territory.coordinator_named"
		| "territory.coordinator_removed",
	{ id, now, detail }: { id: string; now: Date; detail?: Record<string, string | string[]> },
): Promise<void> {
	await audit(tx, {
		actorId: admin.id,
		action,
		subjectType: "territory",
		subjectId: id,
		...(detail ? { detail } : {}),
		at: now,
	});
}
