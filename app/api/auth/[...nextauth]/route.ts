import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { definePublicRoute } from "@/app/define-route";
import { authOptions } from "@/lib/accounts/auth-options";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { assertSameOrigin } from "@/lib/http/origin";

export const dynamic = "force-dynamic";

/** All that is used of next-auth's addresses; its sign-in and callbacks do not exist (decision 0004). */
const READS = new Set(["session", "csrf"]);
const CHANGES = new Set(["signout"]);

export const GET = definePublicRoute({
	name: "auth.read",
	run: ({ request, params }) => handled(request, params, READS),
});

/** Signing out of next-auth's own session: its CSRF token is asked for besides our Origin check. */
export const POST = definePublicRoute({
	name: "auth.change",
	run({ request, params }) {
		assertSameOrigin(request.headers.get("origin"), env().APP_URL);
		return handled(request, params, CHANGES);
	},
});

async function handled(
	request: NextRequest,
	params: Record<string, string | string[] | undefined>,
	allowed: Set<string>,
): Promise<Response> {
	const path = [params.nextauth ?? []].flat();
	if (path.length !== 1 || !allowed.has(path[0] ?? "")) throw new DomainError("not_found");
	// next-auth would otherwise believe the Host header.
	process.env.NEXTAUTH_URL = env().APP_URL;
	const answer: Response = await NextAuth(
		request,
		{ params: Promise.resolve({ nextauth: path }) },
		authOptions(),
	);
	answer.headers.set("Cache-Control", "private, no-store");
	return answer;
}
