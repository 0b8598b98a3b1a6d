import { assertReady } from "@/app/api/ready/readiness";
import { definePublicRoute } from "@/app/define-route";

export const dynamic = "force-dynamic";

/** Readiness: database, migrations and queue; 503 while one of them is missing. */
export const GET = definePublicRoute({
	name: "ready",
	async run() {
		await assertReady();
		return Response.json({ status: "ready" }, { headers: { "Cache-Control": "no-store" } });
	},
});
