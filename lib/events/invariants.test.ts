import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import {
	edit,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
} from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { makePicture } from "@/prisma/factories/pictures";
import { ownerDatabaseUrl, useDatabase } from "@/prisma/factories/use-database";

useDatabase();

let submitted: MadeEvent;
let published: MadeEvent;
let draft: MadeEvent;

beforeAll(async () => {
	const organisation = await makeOrganisation();
	const content = { pictures: [await makePicture(organisation)] };
	submitted = await makeSubmitted({ organisation, content });
	published = await makePublished({ organisation, content, reviewer: await makeAdmin() });
	draft = await makeDraft({ organisation });
});

/** Runs a statement with `$1` = id, as the app's role and as the owner of the tables, and gives both refusals. */
async function refusals(statement: string, id: string): Promise<string[]> {
	const asApp = await db.$executeRawUnsafe(statement, id).then(
		(count) => `allowed ${count}`,
		(error: unknown) => String(error instanceof Error ? error.message : error),
	);
	const client = new Client(ownerDatabaseUrl());
	await client.connect();
	const asOwner = await client.query(statement, [id]).then(
		(result) => `allowed ${result.rowCount}`,
		(error: unknown) => String(error instanceof Error ? error.message : error),
	);
	await client.end();
	return [asApp, asOwner];
}

describe("a submitted revision", () => {
	it.each([
		[`UPDATE "EventRevision" SET "cityName" = 'X' WHERE "id" = $1::uuid`],
		[`UPDATE "EventRevision" SET "submittedAt" = NULL WHERE "id" = $1::uuid`],
		[`DELETE FROM "EventRevision" WHERE "id" = $1::uuid`],
		[`UPDATE "EventText" SET "title" = 'X' WHERE "revisionId" = $1::uuid`],
		[`DELETE FROM "EventText" WHERE "revisionId" = $1::uuid`],
		[`INSERT INTO "EventText" ("revisionId", "locale", "title") VALUES ($1::uuid, 'fr', 'X')`],
		[`UPDATE "Venue" SET "address" = 'X' WHERE "revisionId" = $1::uuid`],
		[`DELETE FROM "Venue" WHERE "revisionId" = $1::uuid`],
		[
			`INSERT INTO "RevisionOrganiser" ("revisionId", "organisationId", "position") SELECT $1::uuid, "id", 1 FROM "Organisation" LIMIT 1`,
		],
		[`UPDATE "RevisionPicture" SET "credit" = 'X' WHERE "revisionId" = $1::uuid`],
		[`DELETE FROM "RevisionPicture" WHERE "revisionId" = $1::uuid`],
		[
			`INSERT INTO "RevisionPicture" ("revisionId", "mediaId", "position") SELECT $1::uuid, "id", 5 FROM "Media" LIMIT 1`,
		],
	])("refuses %s", async (statement) => {
		for (const id of [submitted.revisionId, published.revisionId]) {
			for (const refusal of await refusals(statement, id))
				expect(refusal).toMatch(/was submitted and cannot change/);
		}
	});

	it("cannot take a draft's text over either", async () => {
		const move = `UPDATE "EventText" SET "revisionId" = '${submitted.revisionId}', "locale" = 'az' WHERE "revisionId" = $1::uuid`;
		for (const refusal of await refusals(move, draft.revisionId))
			expect(refusal).toMatch(/was submitted and cannot change/);
	});

	it("cannot give its text away to a draft", async () => {
		const move = `UPDATE "EventText" SET "revisionId" = '${draft.revisionId}', "locale" = 'az' WHERE "revisionId" = $1::uuid`;
		for (const refusal of await refusals(move, submitted.revisionId))
			expect(refusal).toMatch(/was submitted and cannot change/);
	});

	it("goes as a whole with its event, and only then", async () => {
		const event = await makeSubmitted();
		await db.event.delete({ where: { id: event.eventId }, select: { id: true } });
		expect(await db.eventText.count({ where: { revisionId: event.revisionId } })).toBe(0);
	});
});

describe("publication", () => {
	it("is refused for a revision without an approval", async () => {
		const edited = await edit(published, { venueName: "Another hall" });
		for (const id of [edited.revisionId, submitted.revisionId]) {
			const move = `UPDATE "PublishedEvent" SET "revisionId" = $1::uuid WHERE "id" = '${published.eventId}'`;
			for (const refusal of await refusals(move, id)) expect(refusal).toMatch(/has no approval/);
		}
		const other = `jsonb_build_object('id', $1::text, 'revisionId', '${submitted.revisionId}', 'slug', 'copy', 'uid', 'copy')`;
		const copy = `INSERT INTO "PublishedEvent" SELECT (jsonb_populate_record(p, ${other})).* FROM "PublishedEvent" p LIMIT 1`;
		for (const refusal of await refusals(copy, submitted.eventId))
			expect(refusal).toMatch(/has no approval/);
	});

	it("is refused for a revision that was rejected or sent back", async () => {
		for (const kind of ["reject", "request_changes"] as const) {
			const event = await makeSubmitted();
			const admin = await makeAdmin();
			await db.decision.create({
				data: {
					eventId: event.eventId,
					revisionId: event.revisionId,
					actorId: admin.id,
					kind,
					reason: "A reason.",
				},
				select: { id: true },
			});
			const move = `UPDATE "PublishedEvent" SET "revisionId" = '${event.revisionId}' WHERE "id" = $1::uuid`;
			for (const refusal of await refusals(move, published.eventId))
				expect(refusal).toMatch(/has no approval/);
		}
	});

	it.each([
		["an all-day event with a time", `"isAllDay" = true`],
		["a start that is no time", `"startTime" = '25:00'`],
		["a start without the mark that it is stated", `"hasStartTime" = false`],
		["an end before the start", `"endDate" = "startDate" - 1`],
		["an end instant before the start", `"endsAtUtc" = "startsAtUtc" - interval '1 minute'`],
		["a day that is gone", `"startDate" = NULL`],
		["an instant without a day", `"startsAtUtc" = NULL`],
		["a season that is gone", `"season" = NULL`],
		["a country that is no code", `"country" = 'de'`],
		["half a point", `"lon" = NULL`],
		["a point off the globe", `"lat" = 91`],
		["a slug with other signs", `"slug" = '../x'`],
		["a negative sequence", `"sequence" = -1`],
	])("refuses %s", async (_, change) => {
		const statement = `UPDATE "PublishedEvent" SET ${change} WHERE "id" = $1::uuid`;
		for (const refusal of await refusals(statement, published.eventId)) {
			expect(refusal).toMatch(/violates check constraint "PublishedEvent_/);
		}
	});
});

describe("a draft that is handed in", () => {
	it.each([
		["without a type", `"type" = NULL`],
		["without a zone", `"timezone" = NULL`],
		["without a country", `"country" = NULL`],
		["without its day", `"startDate" = NULL`],
		["with a day although only the year is known", `"datePrecision" = 'year'`],
		[
			"with a year that is not given",
			`"datePrecision" = 'year', "startDate" = NULL, "year" = NULL, "startTime" = NULL, "endTime" = NULL, "hasStartTime" = false`,
		],
		["with an end date before the start", `"endDate" = "startDate" - 1`],
		["with an end before the start on one day", `"endTime" = '01:00'`],
		["with an end but no start", `"startTime" = NULL, "hasStartTime" = false`],
		["with a start that is not marked as stated", `"hasStartTime" = false`],
	])("is refused by the database %s", async (_, change) => {
		const statement = `UPDATE "EventRevision" SET "submittedAt" = now(), ${change} WHERE "id" = $1::uuid`;
		for (const refusal of await refusals(statement, draft.revisionId)) {
			expect(refusal).toMatch(/violates check constraint "EventRevision_submitted_is_whole"/);
		}
	});

	it.each([
		["an all-day draft with a time", `"isAllDay" = true`, /all_day_has_no_time/],
		["a time that is none", `"startTime" = '7 pm'`, /start_time_form/],
		["a country that is no code", `"country" = 'de'`, /country_form/],
	])("%s is refused even before", async (_, change, constraint) => {
		const statement = `UPDATE "EventRevision" SET ${change} WHERE "id" = $1::uuid`;
		for (const refusal of await refusals(statement, draft.revisionId))
			expect(refusal).toMatch(constraint);
	});
});

it("an event outside the draft has a revision, a refusal has its reason, and a revision is decided once", async () => {
	for (const refusal of await refusals(
		`UPDATE "Event" SET "latestRevisionId" = NULL WHERE "id" = $1::uuid`,
		submitted.eventId,
	)) {
		expect(refusal).toMatch(/Event_submitted_has_revision/);
	}
	const decision = (
		kind: string,
	) => `INSERT INTO "Decision" ("id", "eventId", "revisionId", "actorId", "kind", "reason")
		SELECT gen_random_uuid(), "eventId", "id", "authorId", '${kind}', '  ' FROM "EventRevision" WHERE "id" = $1::uuid`;
	for (const refusal of await refusals(decision("reject"), submitted.revisionId))
		expect(refusal).toMatch(/Decision_reason_given/);
	for (const refusal of await refusals(decision("approve"), published.revisionId))
		expect(refusal).toMatch(/Decision_revisionId_key/);
});
