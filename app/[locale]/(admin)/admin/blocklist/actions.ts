"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { addBlock, blockInput, removeBlock } from "@/lib/moderation/blocklist";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

const locale = z.enum(LOCALES);

/** Blocks a word, a domain or an address. */
export const addBlockAction = defineAction({
	name: "blocklist.add",
	input: blockInput.safeExtend({ locale }),
	permission: (viewer) => can(viewer, { action: "blocklist.edit" }),
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		addBlock(tx, viewer, { input, now }),
	redirectTo: (_result, { locale }) => `/${locale}/admin/blocklist?done=added`,
});

/** Takes something off the list. */
export const removeBlockAction = defineAction({
	name: "blocklist.remove",
	input: z.strictObject({ id: z.uuid(), locale }),
	permission: (viewer) => can(viewer, { action: "blocklist.edit" }),
	run: ({ viewer, input: { id }, tx, now }) => removeBlock(tx, viewer, { id, now }),
	redirectTo: (_result, { locale }) => `/${locale}/admin/blocklist?done=removed`,
});
