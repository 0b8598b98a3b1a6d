"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import {
	deleteTerritory,
	nameCoordinator,
	removeCoordinator,
	saveTerritory,
} from "@/lib/moderation/territories";
import { coordinatorInput, territoryInput } from "@/lib/moderation/territory-schema";
import { can } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

const locale = z.enum(LOCALES);
const mayEdit = (viewer: Viewer) => can(viewer, { action: "territories.edit" });

/** Makes a territory, or changes one. */
export const saveTerritoryAction = defineAction({
	name: "territory.save",
	input: territoryInput.safeExtend({ territoryId: z.uuid().optional(), locale }),
	permission: mayEdit,
	idempotent: true,
	run: ({ viewer, input: { locale: _, territoryId = null, ...input }, tx, now }) =>
		saveTerritory(tx, viewer, { territoryId, input, now }),
	redirectTo: ({ territoryId }, input) =>
		`/${input.locale}/admin/territories/${territoryId}?done=saved`,
});

/** Takes a territory away. */
export const deleteTerritoryAction = defineAction({
	name: "territory.delete",
	input: z.strictObject({ territoryId: z.uuid(), locale }),
	permission: mayEdit,
	run: ({ viewer, input: { territoryId }, tx, now }) =>
		deleteTerritory(tx, viewer, { territoryId, now }),
	redirectTo: (_result, input) => `/${input.locale}/admin/territories?done=deleted`,
});

/** Names a coordinator or a deputy. */
export const nameCoordinatorAction = defineAction({
	name: "territory.name",
	input: coordinatorInput.safeExtend({ locale }),
	permission: mayEdit,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		nameCoordinator(tx, viewer, { input, now }),
	redirectTo: (_result, input) =>
		`/${input.locale}/admin/territories/${input.territoryId}?done=named`,
});

/** Ends somebody's coordination. */
export const removeCoordinatorAction = defineAction({
	name: "territory.remove",
	input: z.strictObject({ territoryId: z.uuid(), userId: z.uuid(), locale }),
	permission: mayEdit,
	run: ({ viewer, input: { territoryId, userId }, tx, now }) =>
		removeCoordinator(tx, viewer, { territoryId, userId, now }),
	redirectTo: (_result, input) =>
		`/${input.locale}/admin/territories/${input.territoryId}?done=removed`,
});
