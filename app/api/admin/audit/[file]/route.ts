import { defineViewerRoute } from "@/app/define-route";
import { streamedAnswer } from "@/app/feeds/streamed-answer";
import { type AuditFilters, auditFilters, eachAuditLine } from "@/lib/audit/queries";
import { DomainError } from "@/lib/errors";
import { can } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { BYTE_ORDER_MARK, csvLine } from "@/lib/text/csv";

export const dynamic = "force-dynamic";

const COLUMNS = ["id", "at", "actor", "action", "subject type", "subject id", "detail"];
const FILES = {
	"audit.csv": { write: writeCsv, type: "text/csv" },
	"audit.jsonl": { write: writeLines, type: "application/jsonl" },
} as const;

/** The audit under the page's filters as a file, for admins. */
export const GET = defineViewerRoute({
	name: "admin.audit",
	async run({ request, url, params: { file }, viewer }) {
		if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
		if (!can(viewer, { action: "audit.read" })) throw new DomainError("not_found");
		if (typeof file !== "string" || !Object.hasOwn(FILES, file)) throw new DomainError("not_found");
		const { write, type } = FILES[file as keyof typeof FILES];
		const filters = auditFilters.parse(Object.fromEntries(url.searchParams));
		return streamedAnswer(request, () => write(viewer, filters), {
			"Content-Type": `${type}; charset=utf-8`,
			"Content-Disposition": `attachment; filename="${file}"`,
		});
	},
});

async function* writeCsv(viewer: Viewer, filters: AuditFilters) {
	yield BYTE_ORDER_MARK + csvLine(COLUMNS);
	for await (const line of eachAuditLine(viewer, filters))
		yield csvLine([
			line.id,
			line.at.toISOString(),
			line.actor?.email ?? line.actorId ?? "",
			line.action,
			line.subjectType,
			line.subjectId,
			JSON.stringify(line.detail),
		]);
}

async function* writeLines(viewer: Viewer, filters: AuditFilters) {
	for await (const { actor, actorId, ...line } of eachAuditLine(viewer, filters))
		yield `${JSON.stringify({ ...line, actor: actor?.email ?? actorId })}\n`;
}
