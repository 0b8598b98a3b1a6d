import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { zonesOfCountry } from "@/lib/places/countries";
import { findCityByName } from "@/lib/places/gazetteer";
import { nextCommemoration } from "@/lib/time/season";

/**
 * Starts a draft for an organisation, filled with what is known of it: its country and city, the coming 26 February.
 * @param importKey and isDemo are for the seed only; no form reaches them.
 * @throws DomainError unauthenticated, forbidden (not a member)
 */
export async function createEvent(
	tx: Tx,
	viewer: Viewer,
	{
		organisationId,
		now,
		importKey = null,
		isDemo = false,
	}: { organisationId: string; now: Date; importKey?: string | null; isDemo?: boolean },
): Promise<{ eventId: string; revisionId: string }> {
	requireCan(viewer, { action: "event.create", organisationId });
	const organisation = await tx.organisation.findUniqueOrThrow({
		where: { id: organisationId },
		select: { country: true, cityName: true },
	});
	const city = organisation.cityName
		? findCityByName(organisation.cityName, organisation.country)
		: null;
	const timezone = city?.timezone ?? zonesOfCountry(organisation.country)[0] ?? "UTC";
	const event = await tx.event.create({
		data: { organisationId, createdById: viewer.id, importKey, isDemo },
		select: { id: true },
	});
	const revision = await tx.eventRevision.create({
		data: {
			eventId: event.id,
			number: 1,
			authorId: viewer.id,
			startDate: toDateColumn(nextCommemoration(now, timezone).date),
			timezone,
			country: organisation.country,
			cityGeonameId: city?.id ?? null,
			cityName: city?.name ?? organisation.cityName,
			texts: { create: { locale: viewer.locale } },
		},
		select: { id: true },
	});
	await tx.event.update({
		where: { id: event.id },
		data: { latestRevisionId: revision.id },
		select: { id: true },
	});
	await audit(tx, {
		actorId: viewer.id,
		action: "event.created",
		subjectType: "event",
		subjectId: event.id,
		detail: { organisationId },
		at: now,
	});
	return { eventId: event.id, revisionId: revision.id };
}
