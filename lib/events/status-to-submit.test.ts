import { beforeAll, expect, it } from "vitest";
import { inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	makePublished,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { callOffEvent } from "./call-off-event";
import { getMyEvent } from "./queries";
import { callOffInput } from "./schema";

useDatabase();

let organisation: MadeOrganisation;
let admin: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation();
	admin = await makeAdmin();
});

it("a new day is announced with the one that it replaces, once a reviewer has approved it", async () => {
	const event = await makePublished({ organisation, content: { startDate: "2027-02-26" } });
	const moved = await submitAgain(await edit(event, { startDate: "2027-02-25" }));
	expect(await publishedRow(event.eventId)).toMatchObject({ status: "scheduled" });
	await decideOn(moved, admin, "approve");
	expect(await publishedRow(event.eventId)).toMatchObject({
		status: "rescheduled",
		previousStartDate: new Date("2027-02-26T00:00:00Z"),
	});
});

it("a new day ends a postponement and its reason", async () => {
	const event = await makePublished({ organisation, content: { startDate: "2027-02-26" } });
	const { eventId, eventVersion, now } = event;
	const input = { eventId, eventVersion, kind: "postpone" as const, reasons: { en: "Snow." } };
	await inTransaction((tx) => callOffEvent(tx, organisation.owner, { input, now }));
	const { version, content } = await getMyEvent(organisation.owner, eventId);
	const postponed = {
		...event,
		eventVersion: version,
		revisionId: content.id,
		revisionVersion: content.version,
	};
	await decideOn(
		await submitAgain(await edit(postponed, { startDate: "2027-03-05" })),
		admin,
		"approve",
	);
	expect(await publishedRow(eventId)).toMatchObject({
		status: "rescheduled",
		statusReason: null,
		previousStartDate: new Date("2027-02-26T00:00:00Z"),
		texts: [{ statusReason: null }],
	});
});

it.each([
	["an hour that is told at last", { timing: "to_be_announced", startTime: null }, {}, "scheduled"],
	["another end", {}, { endTime: "20:15" }, "scheduled"],
	["another hour of the same day", {}, { startTime: "17:00" }, "rescheduled"],
] as const)("%s", async (_, before, after, status) => {
	const event = await makePublished({ organisation, content: before });
	await decideOn(await submitAgain(await edit(event, after)), admin, "approve");
	expect(await publishedRow(event.eventId)).toMatchObject({ status, previousStartDate: null });
});

it.each([[{}], [{ en: "" }], [{ en: "  \n" }]])("to call off needs a reason: %j", (reasons) => {
	const input = { eventId: crypto.randomUUID(), eventVersion: "1", kind: "cancel", reasons };
	expect(callOffInput.safeParse(input).error?.issues[0]).toMatchObject({
		message: "field.reason",
		path: ["reasons", "en"],
	});
});
