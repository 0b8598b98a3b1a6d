import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { destroyEmbedded, startEmbedded } from "@/lib/db/embedded";
import { deployMigrations } from "@/lib/db/migrate";
import { throwawayHome } from "@/lib/db/throwaway";

const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;
const [USER, ORGANISER, MEDIA, EVENT, SUBMITTED, DRAFT] = [1, 2, 3, 4, 5, 6].map(id);

/** A public event with a picture, and a correction of it begun, as they stood while there was one picture. */
const BEFORE = `
	INSERT INTO "User" ("id", "email") VALUES ('${USER}', 'a@example.org');
	INSERT INTO "Organisation" ("id", "slug", "name", "nameSkeleton", "kind", "country")
		VALUES ('${ORGANISER}', 'o', 'O', 'o', 'museum', 'DE');
	INSERT INTO "Media" ("id", "organisationId", "uploadedById", "sha256", "width", "height", "bytes")
		VALUES ('${MEDIA}', '${ORGANISER}', '${USER}', 'x', 10, 10, 1);
	INSERT INTO "Event" ("id", "organisationId", "createdById", "updatedAt")
		VALUES ('${EVENT}', '${ORGANISER}', '${USER}', now());
	INSERT INTO "EventRevision" ("id", "eventId", "number", "authorId", "updatedAt", "pictureId", "pictureCredit",
			"type", "country", "timezone", "datePrecision")
		VALUES ('${SUBMITTED}', '${EVENT}', 1, '${USER}', now(), '${MEDIA}', 'Aysel', 'ceremony', 'DE', 'Europe/Berlin', 'unknown'),
			('${DRAFT}', '${EVENT}', 2, '${USER}', now(), '${MEDIA}', NULL, NULL, NULL, NULL, 'day');
	INSERT INTO "EventText" ("revisionId", "locale", "title", "pictureAlt")
		VALUES ('${SUBMITTED}', 'en', 'T', 'Candles'), ('${SUBMITTED}', 'az', 'T', 'Şamlar'),
			('${SUBMITTED}', 'de', 'T', NULL), ('${DRAFT}', 'de', 'T', '');
	UPDATE "EventRevision" SET "submittedAt" = now() WHERE "id" = '${SUBMITTED}';
	INSERT INTO "Decision" ("id", "eventId", "revisionId", "actorId", "kind")
		VALUES ('${id(7)}', '${EVENT}', '${SUBMITTED}', '${USER}', 'approve');
	INSERT INTO "PublishedEvent" ("id", "revisionId", "slug", "uid", "type", "status", "visibility",
			"attendanceMode", "datePrecision", "isAllDay", "hasStartTime", "timezone", "sortAt", "country", "isDemo",
			"firstPublishedAt", "publishedAt", "pictureId", "pictureCredit")
		VALUES ('${EVENT}', '${SUBMITTED}', 's', 'u', 'ceremony', 'scheduled', 'public', 'in_person', 'unknown', false,
			false, 'Europe/Berlin', now(), 'DE', false, now(), now(), '${MEDIA}', 'Aysel');
	INSERT INTO "PublishedEventText" ("eventId", "locale", "title", "description", "pictureAlt")
		VALUES ('${EVENT}', 'en', 'T', '', 'Candles'), ('${EVENT}', 'az', 'T', '', 'Şamlar');`;

let home: string;
let folder: string;
beforeAll(async () => {
	home = await throwawayHome();
	folder = await mkdtemp(join(tmpdir(), "pictures-"));
});
afterAll(async () => {
	await destroyEmbedded(home);
	await rm(folder, { recursive: true });
});

it("the migration makes the one picture of each version the first, of submitted versions too", async () => {
	const url = (await startEmbedded(home, { durable: false })).ownerUrl;
	const names = await readdir("prisma/migrations");
	const last = names.find((name) => name.endsWith("_pictures")) ?? "";
	await cp("prisma/schema.prisma", join(folder, "schema.prisma"));
	const take = (name: string) =>
		cp(join("prisma/migrations", name), join(folder, "migrations", name), { recursive: true });
	for (const name of names.filter((each) => each < last || each.endsWith(".toml")))
		await take(name);
	await deployMigrations(url, folder);
	const client = new Client(url);
	await client.connect();
	await client.query(BEFORE);
	await take(last);
	expect(await deployMigrations(url, folder)).toEqual([last]);

	const moved = { mediaId: MEDIA, position: 0, licence: null, focusX: null, focusY: null };
	const alt = { en: "Candles", az: "Şamlar" };
	const rowsOf = async (table: string) =>
		(await client.query(`SELECT * FROM "${table}" ORDER BY 1`)).rows;
	expect(await rowsOf("RevisionPicture")).toEqual([
		{ ...moved, revisionId: SUBMITTED, credit: "Aysel", alt },
		{ ...moved, revisionId: DRAFT, credit: "", alt: {} },
	]);
	expect(await rowsOf("PublishedPicture")).toEqual([
		{ ...moved, eventId: EVENT, credit: "Aysel", alt },
	]);
	await client.end();
}, 120_000);
