"use server";

import { defineAction } from "@/app/define-action";
import { accountSchema } from "@/lib/accounts/schema";
import { updateAccount } from "@/lib/accounts/update-account";

/** Saves the person's own name and mail language. */
export const saveAccount = defineAction({
	name: "account.update",
	input: accountSchema,
	run: ({ viewer, input, tx }) => updateAccount(viewer, input, tx),
});
