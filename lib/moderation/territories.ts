import { leaveLostWork } from "@/lib/accounts/leave-lost-work";
import { audit } from "@/lib/audit/audit";
import type { Prisma, Tx } from "@/lib/db/client";
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
	const before = territoryId === null ? null : await findTerritory(tx, id);
	await tx.territory.update({ where: { id }, data: { name, timezone }, select: { id: true } });
	await tx.territoryCountry.deleteMany({
		where: { territoryId: id, country: { notIn: countries } },
	});
	await tx.territoryCountry.createMany({
		data: countries.map((country) => ({ territoryId: id, country })),
		skipDuplicates: true,
	});
	await leaveLostWork(tx, viewer, {
		userIds: before?.people.map(({ userId }) => userId) ?? [],
		now,
	});
	await note(tx, viewer, "territory.saved", {
		id,
		now,
		detail: { name, timezone, countries, ...(before && { before: withoutPeople(before) }) },
	});
	return { territoryId: id };
}

/**
 * Takes a territory away; its countries are then the admins', and its coordinators have them no more, nor what they had
 * taken on there.
 * @throws DomainError unauthenticated, forbidden (no admin), proof_needed, not_found
 */
export async function deleteTerritory(
	tx: Tx,
	viewer: Viewer,
	{ territoryId, now }: { territoryId: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "territories.edit" });
	requireFreshProof(viewer, now);
	const before = await findTerritory(tx, territoryId);
	await tx.territory.delete({ where: { id: territoryId }, select: { id: true } });
	await leaveLostWork(tx, viewer, { userIds: before.people.map(({ userId }) => userId), now });
	await note(tx, viewer, "territory.deleted", { id: territoryId, now, detail: before });
}

type Territory = {
	name: string;
	timezone: string;
	countries: string[];
	people: { userId: string; role: string }[];
};

/** As the trail keeps it; of two who change it at once the second one waits. */
async function findTerritory(tx: Tx, id: string): Promise<Territory> {
	await tx.$queryRaw`SELECT "id" FROM "Territory" WHERE "id" = ${id}::uuid FOR UPDATE`;
	const territory = await tx.territory.findUnique({
		where: { id },
		select: {
			name: true,
			timezone: true,
			countries: { orderBy: { country: "asc" }, select: { country: true } },
			coordinators: { orderBy: { userId: "asc" }, select: { userId: true, isDeputy: true } },
		},
	});
	if (!territory) throw new DomainError("not_found");
	const { name, timezone, countries, coordinators } = territory;
	return {
		name,
		timezone,
		countries: countries.map(({ country }) => country),
		people: coordinators.map(({ userId, isDeputy }) => ({
			userId,
			role: isDeputy ? "deputy" : "coordinator",
		})),
	};
}

function withoutPeople({ name, timezone, countries }: Territory) {
	return { name, timezone, countries };
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
	await leaveLostWork(tx, viewer, { userIds: [userId], now });
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
	{ id, now, detail }: { id: string; now: Date; detail: Prisma.InputJsonObject },
): Promise<void> {
	await audit(tx, {
		actorId: admin.id,
		action,
		subjectType: "territory",
		subjectId: id,
		detail,
		at: now,
	});
}
