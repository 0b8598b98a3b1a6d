"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { switchInput, turnSwitch } from "@/lib/moderation/turn-switch";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

/** Turns a switch on or off. */
export const turnSwitchAction = defineAction({
	name: "switches.turn",
	input: switchInput.safeExtend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => can(viewer, { action: "switches.turn" }),
	worksInReadOnly: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		turnSwitch(tx, viewer, { input, now }),
	redirectTo: (_result, { locale, name, isOn }) =>
		`/${locale}/admin/switches?done=${name}_${isOn ? "on" : "off"}`,
});
