import { db, inTransaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { seal, unseal } from "./seal";
import { newTotpSecret, totpCode, totpStep } from "./totp";

/** The people of the demonstration; nobody receives mail at these addresses (RFC 2606, 3). */
export const DEMO_EMAILS = {
	organiser: "organiser@example.org",
	coordinator: "coordinator@example.org",
	admin: "admin@example.org",
} as const;

const WITH_OFFICE: string[] = [DEMO_EMAILS.coordinator, DEMO_EMAILS.admin];

/** A code that works now, of a demonstration account. */
export type DemoCode = { email: string; code: string };

/** Only where mail is not sent but shown, and the demonstration is wanted: there anyone may sign in as its people. */
export function showsDemoCodes(): boolean {
	const { DEMO, OUTBOX, SMTP_URL } = env();
	return DEMO && OUTBOX && !SMTP_URL;
}

/** Gives the demonstration's coordinator and admin an app with a random secret, of which the outbox page shows the codes. */
export async function prepareDemoFactors(now: Date): Promise<void> {
	if (!showsDemoCodes()) return;
	const people = await db.user.findMany({
		where: { email: { in: WITH_OFFICE }, disabledAt: null, passkeys: { none: {} } },
		select: { id: true, authenticator: { select: { secret: true } } },
	});
	for (const { id, authenticator } of people) {
		// Of a start with another AUTH_SECRET nothing can be read.
		if (authenticator && unseal(authenticator.secret, id)) continue;
		const data = { secret: seal(newTotpSecret(), id), lastStep: 0, createdAt: now };
		await inTransaction((tx) =>
			tx.authenticator.upsert({
				where: { userId: id },
				create: { userId: id, ...data },
				update: data,
				select: { userId: true },
			}),
		);
	}
}

/** For each of them a code that was not used yet; none anywhere but in a demonstration. */
export async function listDemoCodes(now: Date): Promise<DemoCode[]> {
	if (!showsDemoCodes()) return [];
	const apps = await db.authenticator.findMany({
		where: { user: { email: { in: WITH_OFFICE }, disabledAt: null } },
		select: { userId: true, secret: true, lastStep: true, user: { select: { email: true } } },
	});
	const codes = apps.flatMap(({ userId, secret, lastStep, user }) => {
		const opened = unseal(secret, userId);
		// The code after a used one is taken already, half a minute early.
		const step = Math.max(totpStep(now), lastStep + 1);
		return opened ? [{ email: user.email, code: totpCode(opened, step) }] : [];
	});
	return codes.sort((a, b) => WITH_OFFICE.indexOf(a.email) - WITH_OFFICE.indexOf(b.email));
}
