import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { makeApp } from "@/prisma/factories/sessions";
import { admins, deciders, reviewers } from "./actors";
import {
	type ActionRow,
	absence,
	claimOf,
	invitation,
	organisation,
	person,
	reasoned,
} from "./fields";

/** Of the desk of admins, and of duty. */
export const ADMIN_ACTIONS: Record<string, ActionRow> = {
	"(admin)/admin/blocklist/actions#addBlockAction": {
		for: admins,
		fields: () => ({ kind: "word", value: `Matrix ${randomUUID()}`, ...reasoned }),
	},
	"(admin)/admin/blocklist/actions#removeBlockAction": {
		for: admins,
		fields: async ({ idOf }) => {
			const value = `Matrix ${randomUUID()}`;
			const data = { kind: "word", value, key: value, ...reasoned, createdAt: new Date() } as const;
			return { id: (await db.block.create({ data: { ...data, addedById: idOf("admin") } })).id };
		},
	},
	"(admin)/admin/duty/actions#planAbsenceAction": {
		for: reviewers,
		fields: () => ({ fromDate: "2027-01-01", toDate: "2027-01-01" }),
	},
	"(admin)/admin/duty/actions#cancelAbsenceAction": {
		for: ["coordinator"],
		fields: (ids) => absence(ids, "coordinator"),
	},
	"(admin)/admin/organisations/actions#addDomain": {
		for: admins,
		fields: () => ({
			domain: `matrix-${randomUUID()}.example.org`,
			holder: "Matrix",
			sourceUrl: "",
		}),
	},
	"(admin)/admin/organisations/actions#dropDomain": {
		for: admins,
		fields: async () => {
			const domain = `matrix-${randomUUID()}.example.org`;
			await db.officialDomain.create({ data: { domain, holder: "Matrix" } });
			return { domain };
		},
	},
	"(admin)/admin/organisations/actions#confirmBadge": { for: admins, fields: organisation },
	"(admin)/admin/organisations/actions#endBadgeOf": { for: admins, fields: organisation },
	"(admin)/admin/organisations/actions#giveTrust": { for: admins, fields: organisation },
	"(admin)/admin/organisations/actions#takeTrust": { for: admins, fields: organisation },
	"(admin)/admin/organisations/actions#release": { for: admins, fields: organisation },
	"(admin)/admin/organisations/actions#hold": {
		for: admins,
		fields: async () => {
			const { id: organisationId } = await makeOrganisation({ country: "AT" });
			return { organisationId, ...reasoned };
		},
	},
	"(admin)/admin/organisations/actions#close": {
		for: admins,
		fields: async () => {
			const { id: organisationId } = await makeOrganisation({ country: "AT" });
			return { organisationId, dissolvedOn: "", ...reasoned };
		},
	},
	"(admin)/admin/organisations/actions#vouchForClaimant": {
		for: ["coordinator", "coordinator and editor", "admin"],
		fields: (ids) => claimOf(ids, "stranger"),
	},
	"(admin)/admin/organisations/actions#confirmClaimant": {
		for: admins,
		fields: async (ids) => {
			const ref = await claimOf(ids, "stranger");
			const vouched = { vouchedById: ids.idOf("coordinator"), vouchedAt: new Date() };
			await db.claim.update({ where: { id: ref.claimId }, data: vouched });
			return ref;
		},
	},
	"(admin)/admin/organisations/actions#refuseClaimant": {
		for: admins,
		fields: async (ids) => ({ ...(await claimOf(ids, "stranger")), ...reasoned }),
	},
	"(admin)/admin/organisations/actions#inviteAsOwner": {
		for: admins,
		fields: (ids) => ({ ...organisation(ids), email: "person@example.org", mailLocale: "en" }),
	},
	"(admin)/admin/organisations/actions#revokeOwner": { for: admins, fields: invitation },
	"(admin)/admin/organisations/actions#publishWaiting": {
		for: admins,
		fields: (ids) => ({ ...organisation(ids), version: "999" }),
	},
	"(admin)/admin/organisations/actions#vouchFor": { for: deciders, fields: organisation },
	"(admin)/admin/people/actions#setAdminAction": {
		for: admins,
		fields: (ids) => ({ ...person(ids), isAdmin: "0" }),
	},
	"(admin)/admin/people/actions#openAccountAction": { for: admins, fields: person },
	"(admin)/admin/people/actions#signOutPersonAction": {
		for: admins,
		fields: async () => ({ userId: (await makeUser()).id }),
	},
	"(admin)/admin/people/actions#closeAccountAction": {
		for: admins,
		fields: async () => ({ userId: (await makeUser()).id, ...reasoned }),
	},
	"(admin)/admin/people/actions#planAbsenceOfAction": {
		for: admins,
		fields: ({ idOf }) => ({
			userId: idOf("coordinator"),
			fromDate: "2027-01-03",
			toDate: "2027-01-03",
		}),
	},
	"(admin)/admin/people/actions#cancelAbsenceOfAction": {
		for: admins,
		fields: async (ids) => ({
			userId: ids.idOf("coordinator"),
			...(await absence(ids, "coordinator")),
		}),
	},
	"(admin)/admin/seasons/actions#saveSeasonAction": {
		for: admins,
		fields: () => ({ year: "1999", version: "999" }),
	},
	"(admin)/admin/second-factors/actions#resetFactorsAction": {
		for: admins,
		fields: async () => {
			const user = await makeUser({ countries: ["FR"] });
			await makeApp(user);
			return { userId: user.id };
		},
	},
	"(admin)/admin/silence/actions#setSilenceAction": {
		for: admins,
		fields: () => ({ country: "NR", time: "17:00", sourceUrl: "" }),
	},
	"(admin)/admin/silence/actions#removeSilenceAction": {
		for: admins,
		fields: () => ({ country: "NR" }),
	},
	"(admin)/admin/switches/actions#turnSwitchAction": {
		for: admins,
		fields: () => ({ name: "freeze", isOn: "0" }),
	},
	"(admin)/admin/territories/actions#saveTerritoryAction": {
		for: admins,
		fields: () => ({ name: `Matrix ${randomUUID()}`, timezone: "UTC", countries: "NR" }),
	},
	"(admin)/admin/territories/actions#deleteTerritoryAction": {
		for: admins,
		fields: async () => ({
			territoryId: (await db.territory.create({ data: { name: `Matrix ${randomUUID()}` } })).id,
		}),
	},
	"(admin)/admin/territories/actions#nameCoordinatorAction": {
		for: admins,
		fields: async ({ territory: territoryId }) => ({
			territoryId,
			email: (await makeUser()).email,
			role: "deputy",
		}),
	},
	"(admin)/admin/territories/actions#removeCoordinatorAction": {
		for: admins,
		fields: async ({ territory: territoryId }) => {
			const { id: userId } = await makeUser();
			await db.coordinator.create({ data: { territoryId, userId, isDeputy: true } });
			return { territoryId, userId };
		},
	},
};
