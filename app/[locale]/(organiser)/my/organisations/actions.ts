"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { organisationInput } from "@/lib/organisations/schema";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

/** Makes an organisation and leads on to its first event. */
export const createMyOrganisation = defineAction({
	name: "organisations.create",
	input: organisationInput.extend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => can(viewer, { action: "organisation.create" }),
	limit: { points: 10, seconds: 3600 },
	idempotent: true,
	run: ({ viewer, input: { locale: _locale, ...input }, tx, now }) =>
		createOrganisation(tx, viewer, { input, now }),
	redirectTo: ({ id }, { locale }) => `/${locale}/my/events/new?organisation=${id}`,
});
