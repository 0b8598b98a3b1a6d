import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { can } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import type { Device } from "./device";

/** By what a person can prove the second factor. */
export type OwnFactors = {
	app: { createdAt: Date } | null;
	passkeys: (Device & { id: string; createdAt: Date; lastUsedAt: Date | null })[];
	/** How many recovery codes are left. */
	codesLeft: number;
};

/** What an admin sees of a coordinator's or an admin's second factor. */
export type FactorRow = {
	id: string;
	email: string;
	name: string | null;
	isAdmin: boolean;
	territories: string[];
	hasApp: boolean;
	passkeys: number;
	codesLeft: number;
	isSelf: boolean;
};

/** The person's own factors. */
export async function readOwnFactors(viewer: SignedInViewer): Promise<OwnFactors> {
	const { authenticator, passkeys, _count } = await db.user.findUniqueOrThrow({
		where: { id: viewer.id },
		select: {
			authenticator: { select: { createdAt: true } },
			passkeys: {
				orderBy: { id: "asc" },
				select: { id: true, browser: true, system: true, createdAt: true, lastUsedAt: true },
			},
			_count: { select: { recoveryCodes: true } },
		},
	});
	return { app: authenticator, passkeys, codesLeft: _count.recoveryCodes };
}

/** Everybody with an office and by what they prove it. @throws DomainError not_found (no admin) */
export async function listFactors(viewer: Viewer): Promise<FactorRow[]> {
	if (viewer.kind === "anonymous" || !can(viewer, { action: "factors.list" }))
		throw new DomainError("not_found");
	const people = await db.user.findMany({
		where: { disabledAt: null, OR: [{ isAdmin: true }, { coordinatorOf: { some: {} } }] },
		orderBy: [{ isAdmin: "desc" }, { email: "asc" }],
		select: {
			id: true,
			email: true,
			name: true,
			isAdmin: true,
			coordinatorOf: { select: { territory: { select: { name: true } } } },
			authenticator: { select: { userId: true } },
			_count: { select: { passkeys: true, recoveryCodes: true } },
		},
	});
	return people.map(({ coordinatorOf, authenticator, _count, ...person }) => ({
		...person,
		territories: coordinatorOf.map(({ territory }) => territory.name).sort(),
		hasApp: authenticator !== null,
		passkeys: _count.passkeys,
		codesLeft: _count.recoveryCodes,
		isSelf: person.id === viewer.id,
	}));
}
