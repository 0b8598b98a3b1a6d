import { answerRegister } from "@/app/api/v1/register-answer";
import { cachedRecognitions } from "@/app/cached-registers";
import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";

export const dynamic = "force-dynamic";

/** The register of acts and statements of parliaments and other bodies. */
export const GET = definePublicRoute({
	name: "api.recognitions",
	cors: true,
	run: async ({ request, url }) => answerRegister(request, url, await cachedRecognitions()),
});

export const OPTIONS = definePublicRoute({ name: "api.recognitions", cors: true, run: preflight });
