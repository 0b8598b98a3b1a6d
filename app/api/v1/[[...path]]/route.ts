import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";
import { DomainError } from "@/lib/errors";

export const dynamic = "force-dynamic";

/** Addresses of the API that nothing else answers, its own root among them: machines get a problem instead of the page for people. */
export const GET = definePublicRoute({
	name: "api.unknown",
	cors: true,
	run() {
		throw new DomainError("not_found");
	},
});

export const OPTIONS = definePublicRoute({ name: "api.unknown", cors: true, run: preflight });
