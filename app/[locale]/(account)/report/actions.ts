"use server";

import { definePublicAction } from "@/app/define-action";
import { fileReport } from "@/lib/moderation/file-report";
import { reportInput } from "@/lib/moderation/report-schema";

/** Files what a visitor reports; nobody need sign in. */
export const sendReport = definePublicAction({
	name: "reports.file",
	input: reportInput,
	limit: { points: 10, seconds: 3600 },
	// The mail that confirms it must not be a way to flood somebody's mailbox.
	limitBy: ({ email }) => (email ? [{ key: email, points: 5, seconds: 86_400 }] : []),
	run: ({ input, now }) => fileReport(input, now),
	redirectTo: ({ path }, { locale }) => `/${locale}${path}`,
});
