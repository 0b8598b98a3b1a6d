import { z } from "zod";
import { writeOwnEvents } from "@/app/api/own/write-own-events";
import { defineViewerRoute } from "@/app/define-route";
import { streamedAnswer } from "@/app/feeds/streamed-answer";
import { isId } from "@/app/found-or-404";
import { readParameters } from "@/app/query-parameters";
import { DomainError } from "@/lib/errors";
import { getOwnOrganisation } from "@/lib/events/own-events";
import { LOCALES } from "@/lib/text/languages";

export const dynamic = "force-dynamic";

const parameters = z.strictObject({ lang: z.enum(LOCALES).default("en") });

const FILES = {
	"events.csv": { format: "csv", type: "text/csv" },
	"events.ics": { format: "ics", type: "text/calendar" },
	"events.json": { format: "json", type: "application/json" },
} as const;

/** An organisation's own events as a file, drafts too, for its members. */
export const GET = defineViewerRoute({
	name: "own.events",
	async run({ request, url, params, viewer }) {
		if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
		const { organisation: id, file } = params;
		if (!isId(id) || typeof file !== "string" || !Object.hasOwn(FILES, file))
			throw new DomainError("not_found");
		const { format, type } = FILES[file as keyof typeof FILES];
		const { lang } = readParameters(url, parameters);
		const organisation = await getOwnOrganisation(viewer, id);
		return streamedAnswer(request, () => writeOwnEvents(organisation, { format, locale: lang }), {
			"Content-Type": `${type}; charset=utf-8`,
			"Content-Disposition": `attachment; filename="${organisation.slug}-events.${format}"`,
		});
	},
});
