import { answerRegister } from "@/app/api/v1/register-answer";
import { cachedMemorials } from "@/app/cached-registers";
import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";

export const dynamic = "force-dynamic";

/** The register of memorials. */
export const GET = definePublicRoute({
	name: "api.memorials",
	cors: true,
	run: async ({ request, url }) => answerRegister(request, url, await cachedMemorials()),
});

export const OPTIONS = definePublicRoute({ name: "api.memorials", cors: true, run: preflight });
