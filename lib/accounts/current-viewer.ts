import { cookies } from "next/headers";
import { cache } from "react";
import { hashSecret, sessionCookieName } from "@/lib/accounts/session-cookie";
import { noteSeen } from "@/lib/accounts/sessions";
import { db, type Prisma, type Tx } from "@/lib/db/client";
import { factorOf, withProvenRights } from "@/lib/permissions/second-factor";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import { countriesOf } from "@/lib/places/territories";

const viewerSelect = {
	id: true,
	email: true,
	name: true,
	locale: true,
	isAdmin: true,
	disabledAt: true,
	authenticator: { select: { userId: true } },
	passkeys: { select: { id: true }, take: 1 },
	memberships: { select: { organisationId: true, role: true } },
	coordinatorOf: {
		select: { territory: { select: { countries: { select: { country: true } } } } },
	},
} satisfies Prisma.UserSelect;

/** Who asks, by the session cookie; roles are read now, so a right taken away is gone at the next request. */
export const currentViewer: () => Promise<Viewer> = cache(async () => {
	const token = (await cookies()).get(sessionCookieName())?.value;
	if (!token) return ANONYMOUS;
	const now = new Date();
	const viewer = await viewerByToken(token, now);
	if (viewer.kind === "user" && viewer.session) await noteSeen(viewer.session.id, now);
	return viewer;
});

/**
 * The person behind a session cookie's value, with the rights that the session has proven; anonymous when it is unknown,
 * over, or its user disabled.
 */
export async function viewerByToken(token: string, now: Date): Promise<Viewer> {
	const found = await db.session.findUnique({
		where: { sessionToken: hashSecret(token) },
		select: { id: true, expires: true, provenAt: true, user: { select: viewerSelect } },
	});
	if (!found || found.expires <= now) return ANONYMOUS;
	const { id, provenAt, user } = found;
	const hasFactor = user.authenticator !== null || user.passkeys.length > 0;
	return viewerOf(user, { factor: factorOf({ hasFactor, provenAt }), session: { id, provenAt } });
}

/**
 * A person by id with all rights of their roles, for jobs and tests; anonymous when unknown or disabled.
 * @param from the transaction that asks, which needs no second connection then
 */
export async function viewerById(userId: string, from: Pick<Tx, "user"> = db): Promise<Viewer> {
	const user = await from.user.findUnique({ where: { id: userId }, select: viewerSelect });
	return user ? viewerOf(user, { factor: "proven", session: null }) : ANONYMOUS;
}

function viewerOf(
	user: Prisma.UserGetPayload<{ select: typeof viewerSelect }>,
	proof: Pick<SignedInViewer, "factor" | "session">,
): Viewer {
	if (user.disabledAt) return ANONYMOUS;
	const territories = user.coordinatorOf.map(({ territory }) => ({
		countries: territory.countries.map(({ country }) => country),
	}));
	return withProvenRights({
		kind: "user",
		id: user.id,
		email: user.email,
		name: user.name,
		locale: user.locale,
		isAdmin: user.isAdmin,
		countries: countriesOf(territories),
		memberships: user.memberships,
		...proof,
	});
}
