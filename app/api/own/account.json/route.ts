import { defineViewerRoute } from "@/app/define-route";
import { readOwnData } from "@/lib/accounts/own-data";
import { DomainError } from "@/lib/errors";

export const dynamic = "force-dynamic";

/** Everything that is kept about one's own account. */
export const GET = defineViewerRoute({
	name: "own.account",
	async run({ viewer }) {
		if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
		return new Response(`${JSON.stringify(await readOwnData(viewer), null, 2)}\n`, {
			headers: {
				"Content-Type": "application/json; charset=utf-8",
				"Content-Disposition": 'attachment; filename="my-account.json"',
			},
		});
	},
});
