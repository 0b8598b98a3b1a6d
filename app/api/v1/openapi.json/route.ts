import { describeApi } from "@/app/api/v1/openapi";
import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** The machine-readable description of this interface. */
export const GET = definePublicRoute({
	name: "api.openapi",
	cors: true,
	run: () =>
		Response.json(describeApi(env().APP_URL), {
			headers: { "Cache-Control": "public, max-age=300" },
		}),
});

export const OPTIONS = definePublicRoute({ name: "api.openapi", cors: true, run: preflight });
