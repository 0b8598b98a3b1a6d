import { db, inTransaction } from "@/lib/db/client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { type OrganisationInput, organisationInput } from "@/lib/organisations/schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { describeMission } from "@/prisma/seed/missions";
import { type MissionRow, readRows } from "@/prisma/seed/rows";
import { makeUser, makeViewer } from "./people";

let missions: MissionRow[] | undefined;

/** The embassy in a country, as `missions.json` has it. */
export function missionIn(country: string): MissionRow & { name: string } {
	missions ??= readRows().missions;
	const row = missions.find((mission) => mission.country === country && mission.kind === "embassy");
	if (!row) throw new Error(`missions.json has no embassy in ${country}`);
	return { ...row, name: describeMission(row).name };
}

export type MadeOrganisation = {
	id: string;
	slug: string;
	name: string;
	country: string;
	/** The owner, with this membership. */
	owner: SignedInViewer;
};

/** An organisation made by its owner through the use case: the embassy in `country` (Germany) unless told otherwise. */
export async function makeOrganisation({
	country = "DE",
	ownerId,
	now = new Date(),
	...more
}: {
	country?: string;
	ownerId?: string;
	now?: Date;
} & Partial<OrganisationInput> = {}): Promise<MadeOrganisation> {
	const user = ownerId ? { id: ownerId } : await makeUser();
	const viewer = await makeViewer(user);
	const needsMission = more.name === undefined;
	const mission = needsMission ? missionIn(country) : null;
	const input = organisationInput.parse({
		name: mission?.name ?? "",
		kind: "embassy",
		country,
		cityName: mission?.city ?? "",
		...more,
	});
	const { id, slug } = await inTransaction((tx) => createOrganisation(tx, viewer, { input, now }));
	return { id, slug, name: input.name, country, owner: await makeViewer(user) };
}

/** The same as one of the official missions, which the public knows without any event. */
export async function makeMission(
	options: Parameters<typeof makeOrganisation>[0] = {},
): Promise<MadeOrganisation> {
	const organisation = await makeOrganisation(options);
	await db.organisation.update({
		where: { id: organisation.id },
		data: { importKey: `mission:${organisation.id}` },
		select: { id: true },
	});
	return organisation;
}

/** A new editor of the organisation. */
export async function makeEditor(organisationId: string): Promise<SignedInViewer> {
	const user = await makeUser();
	await addMember(organisationId, user.id, "editor");
	return makeViewer(user);
}

/** Makes the person a member. */
export async function addMember(
	organisationId: string,
	userId: string,
	role: "owner" | "editor",
): Promise<void> {
	await db.membership.create({ data: { organisationId, userId, role }, select: { userId: true } });
}
