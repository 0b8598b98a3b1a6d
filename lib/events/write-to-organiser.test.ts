import { beforeAll, beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { type MadeEvent, makePublished, makeSubmitted } from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeStranger } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import {
	findRecipient,
	MAX_RECEIVED_A_DAY,
	MAX_SENT_A_DAY,
	MAX_SENT_TO_ONE_A_DAY,
	messageInput,
	writeToOrganiser,
} from "./write-to-organiser";

useDatabase();

let admin: SignedInViewer;
let writer: MadeOrganisation;
let recipient: MadeOrganisation;
let event: MadeEvent;

beforeAll(async () => {
	admin = await makeAdmin();
	writer = await makeOrganisation({ country: "AT" });
});

beforeEach(async () => {
	recipient = await makeOrganisation({ country: "DE" });
	event = await makePublished({ organisation: recipient, reviewer: admin });
});

const MESSAGE = "Shall we hold both ceremonies together?\nhttps://example.org/plan";

it("mails the members of a public event's organisation, with the writer's address to answer to", async () => {
	const editor = await makeEditor(recipient.id);
	await write(writer.owner);
	const mails = await mailsFrom(writer.owner);
	expect(mails.map(({ to }) => to).sort()).toEqual([recipient.owner.email, editor.email].sort());
	for (const { props } of mails)
		expect(props).toMatchObject({ replyTo: writer.owner.email, message: MESSAGE });
	const trace = await db.auditEntry.findFirstOrThrow({
		where: { action: "organisation.written_to", subjectId: recipient.id },
	});
	expect(trace).toMatchObject({ actorId: writer.owner.id, detail: { eventId: event.eventId } });
	expect(JSON.stringify(trace.detail)).not.toContain("ceremonies");
});

it("tells the writer nothing of the members but whether there are any", async () => {
	const known = JSON.stringify(await findRecipient(event.eventId));
	expect(known).toContain('"hasMembers":true');
	expect(known).not.toContain("@example.org");
	const waiting = await makeSubmitted({ organisation: recipient });
	expect(await findRecipient(waiting.eventId)).toBeNull();
});

it("refuses whoever may not write, and whom nobody would read", async () => {
	expect(await codeOf(write(await makeStranger()))).toBe("not_found");
	expect(await codeOf(write(recipient.owner))).toBe("not_found");
	const both = await makeEditor(recipient.id);
	const own = { ...both, memberships: [...both.memberships, ...writer.owner.memberships] };
	expect(await codeOf(write(own))).toBe("illegal_transition");
	const waiting = await makeSubmitted({ organisation: recipient });
	expect(await codeOf(write(writer.owner, waiting.eventId))).toBe("not_found");
	await db.user.updateMany({
		where: { memberships: { some: { organisationId: recipient.id } } },
		data: { disabledAt: new Date() },
	});
	expect(await codeOf(write(writer.owner))).toBe("illegal_transition");
});

it("lets no organisation write that is held", async () => {
	const held = await makeOrganisation({ country: "HU" });
	await db.organisation.update({ where: { id: held.id }, data: { heldAt: new Date() } });
	expect(await codeOf(write(held.owner, event.eventId, held.id))).toBe("organisation_held");
});

it("limits what one may send to one, also at once, and what one may receive", async () => {
	const attempts = await Promise.all(
		Array.from({ length: MAX_SENT_TO_ONE_A_DAY + 2 }, () => codeOf(write(writer.owner))),
	);
	expect(attempts.filter((code) => code === "sent")).toHaveLength(MAX_SENT_TO_ONE_A_DAY);
	expect(attempts.filter((code) => code === "rate_limited")).toHaveLength(2);
	const others = Array.from({ length: MAX_RECEIVED_A_DAY - MAX_SENT_TO_ONE_A_DAY }, () => ({
		action: "organisation.written_to",
		subjectType: "organisation",
		subjectId: recipient.id,
	}));
	await db.auditEntry.createMany({ data: others });
	const another = await makeEditor(writer.id);
	expect(await codeOf(write(another))).toBe("rate_limited");
});

it("limits what one may send to all", async () => {
	const busy = await makeEditor(writer.id);
	await db.auditEntry.createMany({
		data: Array.from({ length: MAX_SENT_A_DAY }, (_, index) => ({
			actorId: busy.id,
			action: "organisation.written_to",
			subjectType: "organisation",
			subjectId: `other ${index}`,
		})),
	});
	expect(await codeOf(write(busy))).toBe("rate_limited");
});

it.each([
	["", "field.tooShort"],
	["short", "field.tooShort"],
	["x".repeat(2_001), "field.tooLong"],
	["turned \u202e around", "field.bidiControl"],
])("refuses the message %j", (message, problem) => {
	const parsed = messageInput.safeParse({
		eventId: event.eventId,
		organisationId: writer.id,
		message,
	});
	expect(parsed.error?.issues.map((issue) => issue.message)).toContain(problem);
});

it("counts a line break of a form as one character", () => {
	const message = "line\r\n".repeat(390).trim();
	const input = { eventId: event.eventId, organisationId: writer.id, message };
	expect(messageInput.parse(input).message).not.toContain("\r");
});

function write(viewer: SignedInViewer, eventId = event.eventId, organisationId = writer.id) {
	const input = { eventId, organisationId, message: MESSAGE };
	return inTransaction((tx) => writeToOrganiser(tx, viewer, { input, now: new Date() }));
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
	return attempt.then(
		() => "sent",
		(error: unknown) => (error instanceof DomainError ? error.code : String(error)),
	);
}

async function mailsFrom({ email }: SignedInViewer) {
	return db.$queryRaw<{ to: string; props: Record<string, string> }[]>`
		SELECT payload->>'to' AS "to", payload->'props' AS props FROM graphile_worker._private_jobs
		WHERE payload->'props'->>'replyTo' = ${email}`;
}
