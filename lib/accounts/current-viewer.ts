import { cookies } from "next/headers";
import { cache } from "react";
import { hashSecret, sessionCookieName } from "@/lib/accounts/session-cookie";
import { db, type Prisma } from "@/lib/db/client";
import { ANONYMOUS, type Viewer } from "@/lib/permissions/viewer";
import { countriesOf } from "@/lib/places/territories";

const viewerSelect = {
	id: true,
	email: true,
	name: true,
	locale: true,
	isAdmin: true,
	disabledAt: true,
	memberships: { select: { organisationId: true, role: true } },
	coordinatorOf: {
		select: { territory: { select: { countries: { select: { country: true } } } } },
	},
} satisfies Prisma.UserSelect;

/** Who asks, by the session cookie; roles are read now, so a right taken away is gone at the next request. */
export const currentViewer: () => Promise<Viewer> = cache(async () => {
	const token = (await cookies()).get(sessionCookieName())?.value;
	return token ? viewerByToken(token, new Date()) : ANONYMOUS;
});

/** The person behind a session cookie's value; anonymous when it is unknown, over, or its user disabled. */
export async function viewerByToken(token: string, now: Date): Promise<Viewer> {
	const session = await db.session.findUnique({
		where: { sessionToken: hashSecret(token) },
		select: { expires: true, user: { select: viewerSelect } },
	});
	return session && session.expires > now ? viewerOf(session.user) : ANONYMOUS;
}

/** A person by id, for jobs and tests; anonymous when unknown or disabled. */
export async function viewerById(userId: string): Promise<Viewer> {
	const user = await db.user.findUnique({ where: { id: userId }, select: viewerSelect });
	return user ? viewerOf(user) : ANONYMOUS;
}

function viewerOf(user: Prisma.UserGetPayload<{ select: typeof viewerSelect }>): Viewer {
	if (user.disabledAt) return ANONYMOUS;
	const territories = user.coordinatorOf.map(({ territory }) => ({
		countries: territory.countries.map(({ country }) => country),
	}));
	return {
		kind: "user",
		id: user.id,
		email: user.email,
		name: user.name,
		locale: user.locale,
		isAdmin: user.isAdmin,
		countries: countriesOf(territories),
		memberships: user.memberships,
	};
}
