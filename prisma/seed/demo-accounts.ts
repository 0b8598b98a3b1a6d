import { viewerById } from "@/lib/accounts/current-viewer";
import { DEMO_EMAILS, prepareDemoFactors } from "@/lib/accounts/demonstration";
import { inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { Viewer } from "@/lib/permissions/viewer";

/** The organisation of the demonstration's organiser. */
export const DEMO_ORGANISATION_KEY = "mission:de:embassy";
export const DEMO_TERRITORY = {
	name: "Demonstration: Germany, Austria, Switzerland",
	timezone: "Europe/Berlin",
	countries: ["DE", "AT", "CH"],
};

/**
 * The three people of the demonstration: an organiser (owner of the embassy in Germany), a coordinator of three countries
 * and an admin. Their addresses get mail only in the outbox page of a demonstration.
 */
export async function prepareDemoAccounts(
	organisationId: string,
	now: Date,
): Promise<{ organiser: Viewer; coordinator: Viewer }> {
	const people = [
		{ email: DEMO_EMAILS.organiser, name: "Demonstration organiser", isAdmin: false },
		{ email: DEMO_EMAILS.coordinator, name: "Demonstration coordinator", isAdmin: false },
		{ email: DEMO_EMAILS.admin, name: "Demonstration admin", isAdmin: true },
	];
	const ids = await inTransaction(async (tx) => {
		await tx.user.createMany({ data: people, skipDuplicates: true });
		const users = await tx.user.findMany({
			where: { email: { in: Object.values(DEMO_EMAILS) } },
			select: { id: true, email: true },
		});
		const idOf = (email: string) => {
			const user = users.find((candidate) => candidate.email === email);
			if (!user) throw new DomainError("not_found");
			return user.id;
		};
		const [organiser, coordinator] = [idOf(DEMO_EMAILS.organiser), idOf(DEMO_EMAILS.coordinator)];
		await tx.membership.createMany({
			data: [{ organisationId, userId: organiser, role: "owner" }],
			skipDuplicates: true,
		});
		const { name, timezone, countries } = DEMO_TERRITORY;
		const territory = await tx.territory.upsert({
			where: { name },
			create: {
				name,
				timezone,
				countries: { create: countries.map((country) => ({ country })) },
			},
			update: {},
			select: { id: true },
		});
		await tx.coordinator.createMany({
			data: [{ territoryId: territory.id, userId: coordinator }],
			skipDuplicates: true,
		});
		return { organiser, coordinator };
	});
	await prepareDemoFactors(now);
	return {
		organiser: await viewerById(ids.organiser),
		coordinator: await viewerById(ids.coordinator),
	};
}
