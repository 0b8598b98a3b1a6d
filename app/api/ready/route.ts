import { assertReady } from "@/app/api/ready/readiness";
import { definePublicRoute } from "@/app/define-route";
import { currentSnapshot } from "@/lib/calendar/snapshot";

export const dynamic = "force-dynamic";

/** Readiness: database, migrations, queue, and the calendar in memory; 503 while one of them is missing. */
export const GET = definePublicRoute({
	name: "ready",
	async run() {
		await assertReady();
		await currentSnapshot();
		return Response.json({ status: "ready" }, { headers: { "Cache-Control": "no-store" } });
	},
});
