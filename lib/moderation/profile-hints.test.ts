import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { wordKey } from "@/lib/text/block-key";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { findHints } from "./find-hints";
import { saidInProfile } from "./said";

useDatabase();

const PROFILE = {
	name: "Society of Friends",
	website: "https://society.example.org",
	texts: [{ locale: "en" as const, name: "Society", description: "We remember." }],
	logoCredit: null,
};
const HOST = { website: PROFILE.website };

it("a waiting profile is looked at by the blocklist and the hints, each with its place", async () => {
	await db.block.create({
		data: {
			kind: "word",
			key: wordKey("casino"),
			value: "casino",
			reason: "Advertising",
			addedById: (await makeAdmin()).id,
			createdAt: new Date(),
		},
		select: { id: true },
	});
	const said = saidInProfile({
		...PROFILE,
		name: "Casino of Friends",
		logoCredit: "Call +49 30 1234567",
		texts: [
			{
				locale: "en",
				name: "Society",
				description:
					"Büyükelçilikte Hocalı kurbanlarını anma töreni düzenlenecektir. Herkes davetlidir.",
			},
		],
	});
	expect(await findHints(said, HOST)).toMatchObject([
		{ kind: "blocked", place: { field: "profileName", locale: null } },
		{ kind: "link", host: "society.example.org", marks: [] },
		{ kind: "phone", place: { field: "logoCredit" } },
		{ kind: "language", place: { field: "profileText", locale: "en" }, seems: "tr" },
	]);
});

it("nothing is noticed in a plain one but its own address", async () => {
	const hints = await findHints(saidInProfile(PROFILE), HOST);
	expect(hints.map(({ kind }) => kind)).toEqual(["link"]);
});
