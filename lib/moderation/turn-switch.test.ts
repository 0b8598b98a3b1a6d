import { beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { answerRequest } from "@/lib/events/answer-request";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import { readSwitches, requireWritable, type SwitchName } from "@/lib/permissions/switches";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	makePublished,
	makeSubmitted,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { justProven, makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { releaseOrganisation } from "./organisation-standing";
import { submitOrPublish } from "./submit-or-publish";
import { switchInput, turnSwitch } from "./turn-switch";

useDatabase();

let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	admin = justProven(await makeAdmin());
});

it("an admin turns a switch on with a reason and off again, each time with a trace", async () => {
	await turn(admin, "freeze", true);
	expect((await readSwitches()).freeze).toMatchObject({ isOn: true, reason: "A flood of spam" });
	expect(await codeOf(turn(admin, "freeze", true))).toBe("conflict");
	await turn(admin, "freeze", false);
	expect((await readSwitches()).freeze).toMatchObject({ isOn: false, reason: "" });
	const traces = await db.auditEntry.findMany({
		where: { subjectType: "switch" },
		orderBy: { id: "asc" },
		select: { action: true, actorId: true, subjectId: true },
	});
	expect(traces).toEqual([
		{ action: "switch.on", actorId: admin.id, subjectId: "freeze" },
		{ action: "switch.off", actorId: admin.id, subjectId: "freeze" },
	]);
	expect(switchInput.safeParse({ name: "freeze", isOn: "1" }).error?.issues[0]).toMatchObject({
		path: ["reason"],
		message: "field.reason",
	});
});

it.each([true, false])("a proof of ten minutes ago does not turn one (on: %s)", async (isOn) => {
	if (!isOn) await turn(admin, "freeze", true);
	const stale = justProven(admin, new Date(Date.now() - 10 * 60_000));
	expect(await codeOf(turn(stale, "freeze", isOn))).toBe("proof_needed");
	expect((await readSwitches()).freeze.isOn).toBe(!isOn);
});

it("nobody else turns one", async () => {
	const others: [Viewer, string][] = [
		[await makeCoordinator("DE"), "forbidden"],
		[(await makeOrganisation()).owner, "forbidden"],
		[{ kind: "anonymous" }, "unauthenticated"],
	];
	for (const [viewer, code] of others)
		expect(await codeOf(turn(viewer, "read_only", true))).toBe(code);
	expect((await readSwitches()).read_only.isOn).toBe(false);
});

it("while frozen nothing is approved, the rest is decided, and what is public can be withdrawn", async () => {
	const organisation = await makeOrganisation();
	const published = await makePublished({ organisation });
	const waiting = await makeSubmitted({ organisation });
	const other = await makeSubmitted({ organisation });
	const change = await submitAgain(await edit(published, { venueName: "Another hall" }));
	await turn(admin, "freeze", true);
	expect(await codeOf(decideOn(waiting, admin, "approve"))).toBe("frozen");
	expect(await codeOf(decideOn(change, admin, "approve"))).toBe("frozen");
	expect(await publishedRow(waiting.eventId)).toBeNull();
	expect((await publishedRow(published.eventId))?.venueName).not.toBe("Another hall");
	await decideOn(other, admin, "request_changes");
	await inTransaction((tx) =>
		withdrawEvent(tx, organisation.owner, {
			eventId: change.eventId,
			eventVersion: change.eventVersion,
			now: new Date(),
		}),
	);
	expect(await publishedRow(published.eventId)).toBeNull();
	await turn(admin, "freeze", false);
	await decideOn(waiting, admin, "approve");
	expect(await publishedRow(waiting.eventId)).not.toBeNull();
});

it("while frozen a trusted organisation waits like any other, and no co-organiser becomes public", async () => {
	const organisation = await makeOrganisation();
	await db.organisation.update({
		where: { id: organisation.id },
		data: { trustedAt: new Date(), trustedById: admin.id },
	});
	const partner = await makeOrganisation({ country: "FR" });
	const event = await makePublished({ organisation });
	const request = await db.coOrganiser.create({
		data: { eventId: event.eventId, organisationId: partner.id, requestedAt: new Date() },
		select: { id: true },
	});
	await turn(admin, "freeze", true);
	const accept = inTransaction((tx) =>
		answerRequest(tx, partner.owner, {
			requestId: request.id,
			answer: "accepted",
			now: new Date(),
		}),
	);
	expect(await codeOf(accept)).toBe("frozen");
	const changed = await edit(event, { venueName: "Another hall" });
	await inTransaction((tx) =>
		submitOrPublish(tx, organisation.owner, {
			eventId: changed.eventId,
			eventVersion: changed.eventVersion,
			now: new Date(),
		}),
	);
	const { state } = await db.event.findUniqueOrThrow({
		where: { id: event.eventId },
		select: { state: true },
	});
	expect(state).toBe("submitted");
});

it("while frozen no held organisation is released: its name would appear under events of others", async () => {
	const held = await makeOrganisation();
	await db.organisation.update({ where: { id: held.id }, data: { heldAt: new Date() } });
	await turn(admin, "freeze", true);
	const release = () =>
		inTransaction((tx) =>
			releaseOrganisation(tx, admin, { organisationId: held.id, now: new Date() }),
		);
	expect(await codeOf(release())).toBe("frozen");
	await turn(admin, "freeze", false);
	await release();
});

it("once the freeze has committed nothing becomes public, whatever had begun before", async () => {
	// The row that publishers hold is there from the start, as the migration makes it.
	await db.switch.create({ data: { name: "freeze", changedAt: new Date() } });
	const organisation = await makeOrganisation();
	const reviewers = [admin, await makeAdmin(), await makeAdmin()];
	const events = [];
	for (let number = 0; number < 12; number++) events.push(await makeSubmitted({ organisation }));
	const decisions = events.map((event, index) =>
		decideOn(event, reviewers[index % 3] ?? admin, "approve").then(
			() => "published",
			(error: { code?: string }) => error.code,
		),
	);
	const whenFrozen = turn(admin, "freeze", true).then(() => db.publishedEvent.count());
	const outcomes = await Promise.all(decisions);
	expect(await db.publishedEvent.count()).toBe(await whenFrozen);
	expect(new Set(outcomes).size).toBeLessThanOrEqual(2);
	expect(outcomes.filter((outcome) => outcome === "published")).toHaveLength(await whenFrozen);
	for (const outcome of outcomes) expect(["published", "frozen"]).toContain(outcome);
});

it("read only is asked before any change", async () => {
	await inTransaction(requireWritable);
	await turn(admin, "read_only", true);
	expect(await codeOf(inTransaction(requireWritable))).toBe("read_only");
	await turn(admin, "read_only", false);
	await inTransaction(requireWritable);
});

function turn(viewer: Viewer, name: SwitchName, isOn: boolean): Promise<void> {
	const input = { name, isOn, reason: "A flood of spam" };
	return inTransaction((tx) => turnSwitch(tx, viewer, { input, now: new Date() }));
}

async function codeOf(run: Promise<unknown>): Promise<string | undefined> {
	return run.then(
		() => "nothing was refused",
		(error: { code?: string }) => error.code,
	);
}
