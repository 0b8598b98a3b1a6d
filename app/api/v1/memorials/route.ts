import { answerRegister } from "@/app/api/v1/register-answer";
import { cachedMemorials } from "@/app/cached-registers";
import { definePublicRoute } from "@/app/define-route";

export const dynamic = "force-dynamic";

/** The register of memorials. */
export const GET = definePublicRoute({
	name: "api.memorials",
	cors: true,
	run: async ({ request, url }) => answerRegister(request, url, await cachedMemorials()),
});
