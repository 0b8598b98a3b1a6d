import { z } from "zod";
import { defineViewerRoute } from "@/app/define-route";
import { DomainError } from "@/lib/errors";
import { listClashes, plannedRevision } from "@/lib/events/clashes";
import { draftPlace } from "@/lib/events/draft-place";
import { mayEditEvent } from "@/lib/events/may-edit-event";
import { findOrganiserSlugs } from "@/lib/events/organiser-slugs";
import { scheduleOfDraft } from "@/lib/events/schedule-of-draft";
import { draftContent } from "@/lib/events/schema";
import { listRelated } from "@/lib/events/super-event";
import { invalidInput } from "@/lib/http/zod-fields";
import { LOCALES } from "@/lib/text/languages";

const input = draftContent
	.pick({
		attendanceMode: true,
		timing: true,
		startDate: true,
		endDate: true,
		startTime: true,
		endTime: true,
		startDisambiguation: true,
		endDisambiguation: true,
		cityGeonameId: true,
		cityName: true,
		country: true,
		timezone: true,
		lat: true,
		lon: true,
		superEventId: true,
	})
	.extend({
		event: z.uuid(),
		locale: z.enum(LOCALES),
		title: z.array(z.string().max(160)).max(12),
	});

/** Events that what stands in the form clashes with, for the form's script; for those who may edit the event. */
export const GET = defineViewerRoute({
	name: "events.clashes",
	run: async ({ viewer, url }) => {
		if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
		const { title, ...single } = Object.fromEntries(url.searchParams);
		const parsed = input.safeParse({ ...single, title: url.searchParams.getAll("title") });
		if (!parsed.success) throw invalidInput(parsed.error);
		const { event: eventId, locale, title: titles, ...typed } = parsed.data;
		if (!(await mayEditEvent(viewer, eventId))) throw new DomainError("forbidden");
		const place = draftPlace({ ...draftContent.parse({}), ...typed });
		const planned = plannedRevision(
			{
				...typed,
				...place,
				schedule: scheduleOfDraft(typed, place.timezone),
				texts: titles.map((text) => ({ ...NO_TEXT, title: text })),
			},
			{ eventId, organisers: await findOrganiserSlugs(eventId) },
		);
		const belongsTo = await listRelated(eventId, typed.superEventId);
		const clashes = await listClashes(viewer, { ...planned, belongsTo }, locale);
		return Response.json({ clashes });
	},
});

const NO_TEXT = {
	locale: "en",
	description: "",
	pictureAlt: null,
	statusReason: null,
	changedIn: 1,
};
