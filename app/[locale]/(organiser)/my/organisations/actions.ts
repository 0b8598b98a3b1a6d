"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { listClaimableLike } from "@/lib/organisations/claim-queries";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { organisationInput } from "@/lib/organisations/schema";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

/**
 * Makes an organisation and leads on to its first event; first to those of the calendar that it may be, where nobody looks
 * after one.
 */
export const createMyOrganisation = defineAction({
	name: "organisations.create",
	input: organisationInput.extend({
		locale: z.enum(LOCALES),
		/** The person has seen which organisations it may be, and says that it is another one. */
		isAnother: z.literal("1").optional(),
	}),
	permission: (viewer) => can(viewer, { action: "organisation.create" }),
	limit: { points: 10, seconds: 3600 },
	idempotent: true,
	run: async ({ viewer, input: { locale: _locale, isAnother, ...input }, tx, now }) => {
		const isThere = !isAnother && (await listClaimableLike(viewer, input)).length > 0;
		return isThere ? { id: null } : createOrganisation(tx, viewer, { input, now });
	},
	redirectTo: ({ id }, { locale, name, kind, country, cityName = "", website = "" }) =>
		id === null
			? `/${locale}/my/organisations/new?${new URLSearchParams({ name, kind, country, cityName, website })}`
			: `/${locale}/my/events/new?organisation=${id}`,
});
