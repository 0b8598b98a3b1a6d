import { countFactors } from "@/lib/accounts/add-factor";
import { viewerById } from "@/lib/accounts/current-viewer";
import { mintSession } from "@/lib/accounts/mint-session";
import { seal } from "@/lib/accounts/seal";
import { hashSecret } from "@/lib/accounts/session-cookie";
import type { NewSession } from "@/lib/accounts/sessions";
import { newTotpSecret } from "@/lib/accounts/totp";
import { db } from "@/lib/db/client";

/** An app of the person's, with the secret that its codes are made of; it replaces an earlier one. */
export async function makeApp(user: { id: string }): Promise<{ secret: string }> {
	const secret = newTotpSecret();
	const data = { secret: seal(secret, user.id), lastStep: 0 };
	await db.authenticator.upsert({
		where: { userId: user.id },
		create: { userId: user.id, ...data },
		update: data,
		select: { userId: true },
	});
	return { secret };
}

/**
 * A session with all rights of the person's roles: its second factor was proven at `provenAt`. A coordinator or an admin
 * without a factor gets an app.
 */
export async function makeProvenSession(
	user: { id: string },
	{ now = new Date(), provenAt = now }: { now?: Date; provenAt?: Date } = {},
): Promise<NewSession> {
	const viewer = await viewerById(user.id);
	const isOfficer = viewer.kind === "user" && viewer.hasOffice;
	if (isOfficer && (await countFactors(db, user.id)) === 0) await makeApp(user);
	const session = await mintSession(user.id, now);
	await db.session.update({
		where: { sessionToken: hashSecret(session.token) },
		data: { provenAt },
		select: { id: true },
	});
	return session;
}
