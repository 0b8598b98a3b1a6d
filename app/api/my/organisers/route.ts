import { z } from "zod";
import { defineViewerRoute } from "@/app/define-route";
import { findOrganisers } from "@/app/find-organisers";
import { DomainError } from "@/lib/errors";
import { mayEditEvent } from "@/lib/events/may-edit-event";
import { findOwner } from "@/lib/events/organiser-slugs";
import { invalidInput } from "@/lib/http/zod-fields";
import { LOCALES } from "@/lib/text/languages";

const input = z.strictObject({
	event: z.uuid(),
	q: z.string().max(80),
	locale: z.enum(LOCALES),
});

/** Organisers that may be named beside an event's owner, for the form's script; for those who may edit the event. */
export const GET = defineViewerRoute({
	name: "events.organisers",
	run: async ({ viewer, url }) => {
		if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
		const parsed = input.safeParse(Object.fromEntries(url.searchParams));
		if (!parsed.success) throw invalidInput(parsed.error);
		const { event, q, locale } = parsed.data;
		if (!(await mayEditEvent(viewer, event))) throw new DomainError("forbidden");
		return Response.json({ items: await findOrganisers(await findOwner(event), q, locale) });
	},
});
