import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { fileReport } from "@/lib/moderation/file-report";
import { reportInput } from "@/lib/moderation/report-schema";
import { currentSeason } from "@/lib/time/season";
import { makeClaim } from "@/prisma/factories/claims";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makePart, publish } from "@/prisma/factories/parts";
import { makeAdmin, makeUser, makeViewer } from "@/prisma/factories/people";
import { makeStoredPicture } from "@/prisma/factories/pictures";
import { plantImport } from "@/prisma/factories/planted-import";
import { decideOnRecap, makePast, plantedRecap, submitTyped } from "@/prisma/factories/recaps";
import { ORGANISER } from "./people";
import { findPublicPath } from "./public-path";

export async function ownEvent(
	state: "draft" | "changes_requested" | "submitted",
	rest = "",
): Promise<string> {
	const { id } = await db.event.findFirstOrThrow({
		where: {
			state,
			isDemo: true,
			organisation: { memberships: { some: { user: { email: ORGANISER } } } },
		},
		orderBy: { id: "asc" },
		select: { id: true },
	});
	return `/my/events/${id}${rest}`;
}

/** An event of the demonstration's organisation that was public a year ago. */
export async function pastEvent(rest: string): Promise<string> {
	const eventId = await publishOwn("2026-02-26", new Date("2026-01-10T10:00:00Z"));
	return `/my/events/${eventId}${rest}`;
}

/** A public one of it that is still to come. */
export async function comingEvent(rest: string): Promise<string> {
	const eventId = await publishOwn(`${currentSeason(new Date())}-02-26`, new Date());
	return `/my/events/${eventId}${rest}`;
}

export async function eventWithPictures(): Promise<string> {
	const organisation = await makeOrganisation();
	const pictures = [
		await makeStoredPicture(organisation, "#54504a"),
		await makeStoredPicture(organisation, "#8a8378", {
			alt: { en: "A wreath" },
			focus: { x: 0, y: 1 },
		}),
		await makeStoredPicture(organisation, "#b9b2a6", {
			alt: { en: "The hall" },
			licence: "own-work",
		}),
	];
	const { eventId } = await makePublished({ organisation, content: { pictures }, isDemo: true });
	return findPublicPath({ id: eventId });
}

export async function eventWithParts(which: "whole" | "part"): Promise<string> {
	const whole = await makePublished({ isDemo: true });
	const part = await publish(await makePart(whole, { isDemo: true }), await makeAdmin());
	return findPublicPath({ id: which === "whole" ? whole.eventId : part.eventId });
}

/** The demonstration's organisation, with its owner. */
async function findOwn(): Promise<MadeOrganisation> {
	const user = await db.user.findUniqueOrThrow({ where: { email: ORGANISER } });
	const organisation = await db.organisation.findFirstOrThrow({
		where: { memberships: { some: { userId: user.id, role: "owner" } } },
		orderBy: { id: "asc" },
		select: { id: true, slug: true, name: true, country: true },
	});
	return { ...organisation, owner: await makeViewer(user) };
}

/** An import of it, whose columns wait to be named, or that was checked. */
export async function ownImport(state: "mapping" | "checked", rest = ""): Promise<string> {
	return `/my/import/${await plantImport(await findOwn(), state)}${rest}`;
}

/** A recap with all its answers that waits for a reviewer; with `isCorrected` beside one that is public. */
export async function recapInReview({ isCorrected }: { isCorrected: boolean }): Promise<string> {
	const organisation = await makeOrganisation();
	const event = await makePast({ organisation, isDemo: true });
	const newPicture = { credit: "Press office", alt: { en: "Candles" } };
	if (isCorrected) {
		await submitTyped(event, { attendanceMin: "40" });
		await decideOnRecap(event, await makeAdmin(), "approve");
	}
	const { id: mediaId } = await makeStoredPicture(organisation, "#54504a");
	await submitTyped(event, { ...plantedRecap("Remembrance"), newPicture }, { mediaId });
	return `/review/recaps/${event.eventId}`;
}

async function publishOwn(startDate: string, now: Date): Promise<string> {
	const { eventId } = await makePublished({
		organisation: await findOwn(),
		content: { startDate },
		isDemo: true,
		now,
	});
	return eventId;
}

/** A request of another organisation to the demonstration's, about a public event. */
export async function requestTo(): Promise<string> {
	const { id } = await db.organisation.findFirstOrThrow({
		where: { memberships: { some: { user: { email: ORGANISER } } } },
		orderBy: { id: "asc" },
		select: { id: true },
	});
	const { eventId } = await makePublished({ content: { coOrganisers: [id] } });
	const request = await db.coOrganiser.findFirstOrThrow({ where: { eventId } });
	return `/my/together/${request.id}`;
}

/** A public event of another organisation, under a page that takes its id. */
export async function otherEvent(desk: string): Promise<string> {
	const { eventId } = await makePublished();
	return `${desk}/${eventId}`;
}

export async function ownOrganisation(rest = "", desk = "/my"): Promise<string> {
	const { id } = await db.organisation.findFirstOrThrow({
		where: { memberships: { some: { user: { email: ORGANISER } } } },
		orderBy: { id: "asc" },
		select: { id: true },
	});
	return `${desk}/organisations/${id}${rest}`;
}

export async function territory(): Promise<string> {
	const { id } = await db.territory.findFirstOrThrow({ orderBy: { name: "asc" } });
	return `/admin/territories/${id}`;
}

export async function submission(where: { published: null | { isNot: null } }): Promise<string> {
	const { id } = await db.event.findFirstOrThrow({
		where: { state: "submitted", isDemo: true, ...where },
		orderBy: { id: "asc" },
		select: { id: true },
	});
	return `/review/${id}`;
}

async function demonstrated(): Promise<string> {
	const { id } = await db.publishedEvent.findFirstOrThrow({
		where: { isDemo: true },
		orderBy: { id: "asc" },
		select: { id: true },
	});
	return id;
}

export async function reportForm(): Promise<string> {
	return `/report?event=${await demonstrated()}`;
}

export async function reported(): Promise<string> {
	const { path } = await fileReport(
		reportInput.parse({
			formKey: randomUUID(),
			locale: "en",
			eventId: await demonstrated(),
			kind: "wrong_facts",
			text: "The hall has moved to the other bank.",
		}),
		new Date(),
	);
	return path;
}

export async function reportCase(): Promise<string> {
	await reported();
	const { id } = await db.reportCase.findFirstOrThrow({
		where: { closedAt: null },
		select: { id: true },
	});
	return `/review/reports/${id}`;
}

export async function hiding(): Promise<string> {
	return `/review/${await demonstrated()}/hide`;
}

/** An admin's page about somebody of the demonstration. */
export async function person(email: string): Promise<string> {
	const { id } = await db.user.findUniqueOrThrow({ where: { email } });
	return `/admin/people/${id}`;
}

/** The desk's page of a mission that somebody claims and nobody owns. */
export async function claimedOrganisation(): Promise<string> {
	const { id: organisationId } = await db.organisation.findUniqueOrThrow({
		where: { slug: "embassy-of-azerbaijan-in-romania" },
		select: { id: true },
	});
	await makeClaim(await makeViewer(await makeUser()), { of: { id: organisationId } });
	return `/admin/organisations/${organisationId}`;
}

/** A verified organisation's submission, chosen to be approved with others. */
export async function chosen(): Promise<string> {
	// In a country of its own: whoever is called like a verified organisation is held.
	const organisation = await makeOrganisation({ country: "MX" });
	const { eventId, eventVersion } = await makeSubmitted({ organisation });
	await db.organisation.update({
		where: { id: organisation.id },
		data: { verifiedAt: new Date(), isLookAlike: false, heldAt: null },
	});
	return `/review/bulk?e=${eventId}.${eventVersion}`;
}
