import { viewerByToken } from "@/lib/accounts/current-viewer";
import { mintSession } from "@/lib/accounts/mint-session";
import { addPasskey, beginPasskey, beginPasskeyProof } from "@/lib/accounts/passkeys";
import { totpCode, totpStep } from "@/lib/accounts/totp";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makeUser, type UserOptions } from "./people";
import { makeSecurityKey } from "./security-key";
import { makeApp, makeProvenSession } from "./sessions";

/** The moment of the tests of the second factor. */
export const NOW = new Date("2027-02-20T12:00:00Z");
export const DEVICE = { browser: "Firefox", system: "Linux" };

export function later(seconds: number): Date {
	return new Date(NOW.getTime() + seconds * 1000);
}

/** Who is signed in by a cookie's value. */
export async function viewerOf(token: string, now = NOW): Promise<SignedInViewer> {
	const viewer = await viewerByToken(token, now);
	if (viewer.kind !== "user") throw new Error("nobody is signed in");
	return viewer;
}

/** Signs a person in with the first factor only. */
export async function firstFactorOnly(user: { id: string }): Promise<SignedInViewer> {
	return viewerOf((await mintSession(user.id, NOW)).token);
}

/** A coordinator with an app, which this session has not proven; `code` is what the app shows. */
export async function makeUnproven(options: UserOptions = { countries: ["DE"] }) {
	const user = await makeUser(options);
	const { secret } = await makeApp(user);
	const { token } = await mintSession(user.id, NOW);
	const code = (now = NOW) => totpCode(secret, totpStep(now));
	return {
		user,
		token,
		viewer: await viewerOf(token),
		code,
		wrong: (now = NOW) => (code(now) === "000000" ? "000001" : "000000"),
	};
}

/** A person whose session has proven the second factor at `provenAt`. */
export async function makeProven(
	options: UserOptions = { countries: ["DE"] },
	{ provenAt = NOW }: { provenAt?: Date } = {},
) {
	const user = await makeUser(options);
	const { token } = await makeProvenSession(user, { now: NOW, provenAt });
	return { user, token, viewer: await viewerOf(token) };
}

/** A coordinator without any second factor yet. */
export async function makeBeginner(options: UserOptions = { countries: ["DE"] }) {
	const user = await makeUser(options);
	const { token } = await mintSession(user.id, NOW);
	return { user, token, viewer: await viewerOf(token) };
}

/** A coordinator with a security key, and another session that has not proven it. */
export async function makePasskeyOwner() {
	const key = makeSecurityKey();
	const { user, viewer } = await makeBeginner();
	const options = await inTransaction((tx) => beginPasskey(tx, viewer, { now: NOW }));
	const response = key.make({ challenge: JSON.parse(options).challenge });
	const proven = await inTransaction((tx) =>
		addPasskey(tx, viewer, { response, device: DEVICE, now: NOW }),
	);
	return { user, key, proven, viewer: await firstFactorOnly(user) };
}

/** The challenge that the session is asked to answer with a passkey. */
export async function challengeOf(viewer: SignedInViewer): Promise<string> {
	const options = await inTransaction((tx) => beginPasskeyProof(tx, viewer, { now: NOW }));
	return JSON.parse(options).challenge;
}

/** The mails about changes of a second factor that wait to be sent. */
export async function factorMails(): Promise<{ to: string; change: string }[]> {
	const rows = await db.$queryRaw<
		{ payload: { to: string; template: string; props: { change: string } } }[]
	>`SELECT payload FROM graphile_worker._private_jobs ORDER BY id`;
	return rows
		.filter(({ payload }) => payload.template === "factorChanged")
		.map(({ payload }) => ({ to: payload.to, change: payload.props.change }));
}
