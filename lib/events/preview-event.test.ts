import { expect, it } from "vitest";
import { findPublishedById } from "@/lib/calendar/queries";
import { edit, makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeCoordinator, makeStranger } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { previewEvent } from "./preview-event";

useDatabase();

it("shows a draft exactly as the public reads it once it is published", async () => {
	const organisation = await makeOrganisation();
	const published = await makePublished({ organisation });
	const preview = await previewEvent(organisation.owner, published.eventId, published.now);
	const shown = await findPublishedById(published.eventId);
	expect(shown).not.toBeNull();
	expect(preview).toMatchObject({ ...shown });
});

it("shows what an open edit says, not what is public", async () => {
	const organisation = await makeOrganisation();
	const published = await makePublished({ organisation });
	await edit(published, { venueName: "Town hall" });
	const preview = await previewEvent(organisation.owner, published.eventId, published.now);
	expect(preview?.venueName).toBe("Town hall");
});

it("shows nothing of a draft without type, and nothing to anybody else", async () => {
	const organisation = await makeOrganisation();
	const now = new Date();
	const { eventId } = await makeDraft({ organisation, content: { type: null } });
	expect(await previewEvent(organisation.owner, eventId, now)).toBeNull();
	const reviewer = await makeCoordinator(organisation.country);
	for (const viewer of [await makeStranger(), reviewer, { kind: "anonymous" } as const])
		await expect(previewEvent(viewer, eventId, now)).rejects.toMatchObject({ code: "not_found" });
});
