import { expect, it } from "vitest";
import { inTransaction } from "@/lib/db/client";
import { discardDraft } from "@/lib/events/discard-draft";
import { saveDraft } from "@/lib/events/save-draft";
import {
	decideOn,
	edit,
	eventContent,
	makePublished,
	makeSubmitted,
	submitAgain,
} from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { getSubmission } from "./queries";
import { listQueue } from "./queue";

useDatabase();

const PARIS = 2_988_507;
const SECRET = "Salle des fêtes";

it("after a rejected edit is thrown away a reviewer sees what is public again", async () => {
	const [organisation, coordinator] = [await makeOrganisation(), await makeCoordinator("DE")];
	const event = await makePublished({ organisation });
	const changed = await submitAgain(await edit(event, { venueName: "Town hall" }));
	const rejected = await decideOn(changed, coordinator, "reject");
	const { eventId, eventVersion, now } = rejected;
	expect((await getSubmission(coordinator, eventId)).content.venueName).toBe("Town hall");
	await inTransaction((tx) => discardDraft(tx, organisation.owner, { eventId, eventVersion, now }));
	const submission = await getSubmission(coordinator, eventId);
	expect(submission.state).toBe("approved");
	expect(submission.content.id).toBe(event.revisionId);
	expect(submission.differences).toEqual([]);
	const { items } = await listQueue(coordinator, { filter: "decided" });
	expect(items.find(({ id }) => id === eventId)?.content?.id).toBe(event.revisionId);
});

it("an edit that moves to another country is seen by nobody while it is a draft, then only by the new country's reviewers", async () => {
	const organisation = await makeOrganisation({ country: "DE" });
	const [german, french] = [await makeCoordinator("DE"), await makeCoordinator("FR")];
	const event = await makePublished({ organisation, reviewer: await makeAdmin() });
	const { eventId, revisionId, revisionVersion, now } = event;
	const content = eventContent("DE", { cityGeonameId: PARIS, country: "FR", venueName: SECRET });
	const saved = await inTransaction((tx) =>
		saveDraft(tx, organisation.owner, { eventId, revisionId, revisionVersion, content, now }),
	);
	expect(JSON.stringify(await getSubmission(german, eventId))).not.toContain(SECRET);
	await expect(getSubmission(french, eventId)).rejects.toMatchObject({ code: "not_found" });

	const moved = await submitAgain({ ...event, ...saved });
	await expect(getSubmission(german, eventId)).rejects.toMatchObject({ code: "not_found" });
	expect(JSON.stringify(await listQueue(german))).not.toContain(SECRET);
	const seen = await getSubmission(french, eventId);
	expect(seen.mayDecide).toBe(true);
	expect(seen.content.venueName).toBe(SECRET);

	const rejected = await decideOn(moved, french, "reject");
	const { eventVersion } = rejected;
	await inTransaction((tx) => discardDraft(tx, organisation.owner, { eventId, eventVersion, now }));
	expect(JSON.stringify(await getSubmission(german, eventId))).not.toContain(SECRET);
	await expect(getSubmission(french, eventId)).rejects.toMatchObject({ code: "not_found" });
});

it("a submission that comes back shows what changed since it was sent back", async () => {
	const [organisation, coordinator] = [await makeOrganisation(), await makeCoordinator("DE")];
	const event = await makeSubmitted({ organisation });
	expect(await getSubmission(coordinator, event.eventId)).toMatchObject({ base: null });
	const sentBack = await decideOn(event, coordinator, "request_changes");
	const again = await submitAgain(await edit(sentBack, { venueName: "Town hall" }));
	const submission = await getSubmission(coordinator, again.eventId);
	expect(submission.base).toBe("previous");
	expect(submission.differences).toMatchObject([{ field: "venueName", after: "Town hall" }]);
});

it("a second embassy in a country is shown beside the first, in whatever language its name is", async () => {
	const [first, coordinator] = [await makeOrganisation(), await makeCoordinator("DE")];
	const event = await makeSubmitted({ organisation: await makeOrganisation() });
	const { similar } = await getSubmission(coordinator, event.eventId);
	expect(similar.map(({ slug }) => slug)).toContain(first.slug);
});
