import { describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/db/client";
import { eventContent, type MadeEvent, makeDraft, makePublished } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { useDatabase } from "@/prisma/factories/use-database";
import { getMyEvent } from "./queries";
import { repeatEvent } from "./repeat-event";
import { saveDraft } from "./save-draft";
import type { DraftContent } from "./schema";
import { newerTexts } from "./text-age";

useDatabase();

const az = { title: "Anım mərasimi", description: "Çıxışlar" };
const en = { title: "Commemoration", description: "Speeches" };
const de = { title: "Gedenkfeier", description: "Reden" };

describe("newerTexts", () => {
	it("names the text that was changed last beside each older one", () => {
		const texts = [
			{ locale: "az", changedIn: 1 },
			{ locale: "de", changedIn: 2 },
			{ locale: "en", changedIn: 3 },
		];
		expect(newerTexts(texts)).toEqual({ az: "en", de: "en" });
		expect(newerTexts(texts.slice(0, 1))).toEqual({});
		expect(newerTexts([])).toEqual({});
	});
});

describe("the age of a text", () => {
	it("is the same for all until the event was submitted", async () => {
		const organisation = await makeOrganisation();
		const made = await makeDraft({ organisation, content: { texts: { az } } });
		const saved = await save(organisation, made, { texts: { az, en } });
		await save(organisation, { ...made, ...saved }, { texts: { az, en: { ...en, title: "Day" } } });
		expect(await newer(organisation, made.eventId)).toEqual({});
	});

	it("counts from the change that follows what was submitted, whoever saves how often", async () => {
		const organisation = await makeOrganisation();
		const made = await makePublished({ organisation, content: { texts: { az, en, de } } });
		const changed = { az, de, en: { ...en, description: "Speeches and music" } };
		const saved = await save(organisation, made, { texts: changed });
		expect(await newer(organisation, made.eventId)).toEqual({ az: "en", de: "en" });
		const again = await save(organisation, { ...made, ...saved }, { texts: changed });
		expect(await newer(organisation, made.eventId)).toEqual({ az: "en", de: "en" });
		await save(
			organisation,
			{ ...made, ...again },
			{ texts: { ...changed, az: { ...az, description: "Çıxışlar və musiqi" } } },
		);
		expect(await newer(organisation, made.eventId)).toEqual({ de: "az" });
	});

	it("is not changed by other answers, and begins anew with next year's event", async () => {
		const organisation = await makeOrganisation();
		const made = await makePublished({
			organisation,
			content: { texts: { az, en }, startDate: "2026-02-26" },
		});
		const saved = await save(organisation, made, {
			texts: { az, en: { ...en, title: "Evening" } },
			startDate: "2026-02-26",
		});
		await save(
			organisation,
			{ ...made, ...saved },
			{
				texts: { az, en: { ...en, title: "Evening" } },
				contactPhone: "+49 30 123456",
				startDate: "2026-02-26",
			},
		);
		expect(await newer(organisation, made.eventId)).toEqual({ az: "en" });
		const next = await inTransaction((tx) =>
			repeatEvent(tx, organisation.owner, { eventId: made.eventId, now: new Date("2026-11-26") }),
		);
		expect(await newer(organisation, next.eventId)).toEqual({});
	});
});

function save(
	organisation: MadeOrganisation,
	{ eventId, revisionId, revisionVersion }: Omit<MadeEvent, "eventVersion">,
	typed: Partial<DraftContent>,
) {
	const content = eventContent(organisation.country, typed);
	return inTransaction((tx) =>
		saveDraft(tx, organisation.owner, {
			eventId,
			revisionId,
			revisionVersion,
			content,
			now: new Date(),
		}),
	);
}

async function newer(organisation: MadeOrganisation, eventId: string) {
	return newerTexts((await getMyEvent(organisation.owner, eventId)).content.texts);
}
