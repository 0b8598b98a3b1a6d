import { learnCommonWords } from "@/lib/calendar/search";
import { currentSnapshot } from "@/lib/calendar/snapshot";
import { env } from "@/lib/env";
import { askForRecaps } from "@/lib/events/ask-for-recaps";
import { stampClientIps } from "@/lib/http/client-ip";
import { checkImport } from "@/lib/imports/check-import";
import { forgetImports } from "@/lib/imports/forget-imports";
import { runImport } from "@/lib/imports/run-import";
import { cleanExpired } from "@/lib/jobs/cleaning";
import type { JobHandlers } from "@/lib/jobs/registry";
import { startWorker } from "@/lib/jobs/worker";
import { log } from "@/lib/log";
import { sendMail } from "@/lib/mail/send-mail";
import { sweepMedia } from "@/lib/media/sweep-media";
import { escalate, releaseFromAbsent } from "@/lib/moderation/escalate";
import { forgetReporters } from "@/lib/moderation/forget-reporters";
import { sendDigests } from "@/lib/moderation/send-digests";
import { sendUrgent } from "@/lib/moderation/send-urgent";

const kept = globalThis as typeof globalThis & { februaryIsStarted?: boolean };

/** Starts what belongs to the process and not to a request: client addresses and, unless WORKER=off, the queue. */
export function startProcess(): void {
	if (kept.februaryIsStarted) return;
	kept.februaryIsStarted = true;
	stampClientIps(env().TRUST_PROXY);
	// Read ahead of the first visitor; where the database is still away, a visitor's question tries again.
	if (env().DATABASE_URL)
		currentSnapshot()
			.then(learnCommonWords)
			.catch(() => undefined);
	if (env().WORKER === "off") return;
	const worker = startWorker({
		"mail.send": sendMail,
		"imports.check": checkImport,
		"imports.run": runImport,
		"recaps.ask": async () => askForRecaps(new Date()),
		"reviews.digest": async () => sendDigests(new Date()),
		"reviews.urgent": async () => sendUrgent(new Date()),
		"reviews.escalate": async () => {
			await releaseFromAbsent(new Date());
			await escalate(new Date());
		},
		"cleaning.run": async () => {
			await cleanExpired(new Date());
			await sweepMedia(new Date());
			await forgetImports(new Date());
			await forgetReporters(new Date());
		},
	} satisfies JobHandlers);
	for (const signal of ["SIGTERM", "SIGINT"] as const) {
		process.once(signal, () => void worker.stop());
	}
}

/** Writes an error that reached a page's boundary to the log. */
export function logPageError(error: unknown, request: { path: string; method: string }): void {
	const path = request.path.split("?")[0];
	log().error({ err: error, method: request.method, path }, "a page failed");
}
