import { randomUUID } from "node:crypto";
import { viewerById } from "@/lib/accounts/current-viewer";
import { db } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";

export type UserOptions = {
	email?: string;
	locale?: string;
	isAdmin?: boolean;
	/** ISO 3166-1 alpha-2 codes: makes the person the coordinator of a territory of them. */
	countries?: readonly string[];
	isDisabled?: boolean;
};

/** A person with an account; a fresh address under example.org unless one is given. */
export async function makeUser(options: UserOptions = {}): Promise<{ id: string; email: string }> {
	const { locale = "en", isAdmin = false, countries = [], isDisabled = false } = options;
	const token = randomUUID();
	const user = await db.user.create({
		data: {
			email: options.email ?? `person-${token}@example.org`,
			locale,
			isAdmin,
			disabledAt: isDisabled ? new Date() : null,
		},
		select: { id: true, email: true },
	});
	if (countries.length > 0) {
		await db.territory.create({
			data: {
				name: `Territory ${countries.join(", ")} ${token}`,
				countries: { create: countries.map((country) => ({ country })) },
				coordinators: { create: { userId: user.id } },
			},
			select: { id: true },
		});
	}
	return user;
}

/** The person as the app sees them now, with the roles and memberships that the database has. */
export async function makeViewer(user: { id: string }): Promise<SignedInViewer> {
	const viewer = await viewerById(user.id);
	if (viewer.kind !== "user") throw new Error(`user ${user.id} is unknown or disabled`);
	return viewer;
}

/** A new coordinator of the countries. */
export async function makeCoordinator(...countries: string[]): Promise<SignedInViewer> {
	return makeViewer(await makeUser({ countries }));
}

/** A new admin. */
export async function makeAdmin(): Promise<SignedInViewer> {
	return makeViewer(await makeUser({ isAdmin: true }));
}

/** The person in a session that has proven the second factor at `now`. */
export function justProven(viewer: SignedInViewer, now = new Date()): SignedInViewer {
	return { ...viewer, factor: "proven", session: { id: viewer.id, provenAt: now } };
}

/** A new person without any role. */
export async function makeStranger(): Promise<SignedInViewer> {
	return makeViewer(await makeUser());
}
