"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import {
	closeAccount,
	closeAccountInput,
	openAccount,
	personRef,
	setAdmin,
	signOutPerson,
} from "@/lib/accounts/change-person";
import { cancelAbsenceOf, planAbsenceOf } from "@/lib/moderation/absences";
import { absenceInput } from "@/lib/moderation/territory-schema";
import { can } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

const locale = z.enum(LOCALES);
const mayEdit = (viewer: Viewer, { userId }: { userId: string }) =>
	can(viewer, { action: "people.edit", userId });

/** Makes somebody an admin, or takes that away. */
export const setAdminAction = defineAction({
	name: "people.admin",
	input: personRef.extend({
		isAdmin: z.enum(["1", "0"]).transform((value) => value === "1"),
		locale,
	}),
	permission: mayEdit,
	run: ({ viewer, input: { userId, isAdmin }, tx, now }) =>
		setAdmin(tx, viewer, { input: { userId, isAdmin }, now }),
	redirectTo: (_result, input) => `/${input.locale}/admin/people/${input.userId}?done=saved`,
});

/** Closes an account. */
export const closeAccountAction = defineAction({
	name: "people.close",
	input: closeAccountInput.extend({ locale }),
	permission: mayEdit,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		closeAccount(tx, viewer, { input, now }),
	redirectTo: (_result, input) => `/${input.locale}/admin/people/${input.userId}?done=closed`,
});

/** Opens it again. */
export const openAccountAction = defineAction({
	name: "people.open",
	input: personRef.extend({ locale }),
	permission: mayEdit,
	run: ({ viewer, input: { userId }, tx, now }) =>
		openAccount(tx, viewer, { input: { userId }, now }),
	redirectTo: (_result, input) => `/${input.locale}/admin/people/${input.userId}?done=saved`,
});

/** Enters the days on which a reviewer is away, who cannot do it. */
export const planAbsenceOfAction = defineAction({
	name: "people.absence_plan",
	input: absenceInput.safeExtend({ userId: z.uuid(), locale }),
	permission: mayEdit,
	run: ({ viewer, input: { userId, fromDate, toDate }, tx, now }) =>
		planAbsenceOf(tx, viewer, { userId, input: { fromDate, toDate }, now }),
	redirectTo: (_result, input) => `/${input.locale}/admin/people/${input.userId}?done=saved`,
});

/** Takes days away of a reviewer off again. */
export const cancelAbsenceOfAction = defineAction({
	name: "people.absence_cancel",
	input: personRef.extend({ absenceId: z.uuid(), locale }),
	permission: mayEdit,
	run: ({ viewer, input: { userId, absenceId }, tx, now }) =>
		cancelAbsenceOf(tx, viewer, { userId, absenceId, now }),
	redirectTo: (_result, input) => `/${input.locale}/admin/people/${input.userId}?done=saved`,
});

/** Ends all sign-ins of somebody. */
export const signOutPersonAction = defineAction({
	name: "people.sign_out",
	input: personRef.extend({ locale }),
	permission: mayEdit,
	run: ({ viewer, input: { userId }, tx, now }) =>
		signOutPerson(tx, viewer, { input: { userId }, now }),
	redirectTo: (_result, input) => `/${input.locale}/admin/people/${input.userId}?done=saved`,
});
