import { definePublicRoute } from "@/app/define-route";

export const dynamic = "force-dynamic";

/** Liveness: this process answers. It asks nothing else, so a database away does not restart it. */
export const GET = definePublicRoute({
	name: "health",
	run: () => Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } }),
});
