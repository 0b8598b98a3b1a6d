import { beforeEach, describe, expect, it } from "vitest";
import { getMyEvent } from "@/lib/events/queries";
import { parseForm } from "@/lib/http/form";
import { invalidInput } from "@/lib/http/zod-fields";
import { findCityByName } from "@/lib/places/gazetteer";
import { run, save, sentForm, startDraft } from "@/prisma/factories/event-form";
import { setWindow } from "@/prisma/factories/seasons";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { eventFormInput } from "./event-form-input";

useDatabase();

beforeEach(emptyDatabase);

function fieldsOf(form: FormData) {
	const parsed = eventFormInput.safeParse(parseForm(form), { reportInput: true });
	return parsed.success ? {} : invalidInput(parsed.error).fields;
}

const WHOLE = { type: "ceremony", startTime: "19:00", "texts.en.title": "Memorial evening" };

describe("the form as browsers send it", () => {
	it("keeps everything that it says", async () => {
		const draft = await startDraft();
		await save(draft, {
			...WHOLE,
			endTime: "20:30",
			venueName: "Hall",
			address: "1 Main Street",
			lat: "27.7",
			lon: "85.3",
			"languages.az": "on",
			"languages.ne": "on",
			attendanceMode: "mixed",
			onlineUrl: "https://example.org/live",
			isFree: "no",
			isWheelchairAccessible: "yes",
			contactName: "Press office",
			contactPhone: "+977 1 555 0100",
			contactUrl: "https://example.org",
			"texts.az.title": "Anım mərasimi",
			"texts.az.description": "**Mətn**",
		});
		const { content } = await getMyEvent(draft.viewer, draft.eventId);
		expect(content).toMatchObject({
			type: "ceremony",
			attendanceMode: "mixed",
			venueName: "Hall",
			address: "1 Main Street",
			lat: 27.7,
			lon: 85.3,
			onlineUrl: "https://example.org/live",
			isFree: false,
			isWheelchairAccessible: true,
			contactName: "Press office",
			contactPhone: "+977 1 555 0100",
			cityName: "Kathmandu",
			country: "NP",
		});
		expect(content.schedule).toMatchObject({
			startDate: "2027-02-26",
			startTime: "19:00",
			endTime: "20:30",
			timezone: "Asia/Kathmandu",
		});
		expect([...content.languages].sort()).toEqual(["az", "ne"]);
		expect(content.texts.map(({ locale, title }) => [locale, title])).toEqual([
			["az", "Anım mərasimi"],
			["en", "Memorial evening"],
		]);
	});

	it("reads texts[az][title] as it reads texts.az.title", async () => {
		const form = await sentForm(await startDraft(), { "texts[az][title]": "Anım" });
		expect(eventFormInput.parse(parseForm(form)).texts.az?.title).toBe("Anım");
	});

	it("takes an answer back", async () => {
		const draft = await startDraft();
		await save(draft, { ...WHOLE, isFree: "yes", isWheelchairAccessible: "no" });
		await save(draft, { isFree: "" });
		expect((await getMyEvent(draft.viewer, draft.eventId)).content).toMatchObject({
			isFree: null,
			isWheelchairAccessible: false,
		});
	});

	it("saves half a form", async () => {
		const draft = await startDraft();
		const { outcome } = await save(draft, {
			"texts.en.title": "M",
			contactEmail: "half@",
			startDate: "",
		});
		expect(outcome).toBe("saved");
		const { content } = await getMyEvent(draft.viewer, draft.eventId);
		expect([content.texts[0]?.title, content.contactEmail, content.schedule.startDate]).toEqual([
			"M",
			"half@",
			null,
		]);
	});

	it.each([
		["lat", "north", "field.number"],
		["startTime", "25:00", "field.time"],
		["startDate", "2027-02-30", "field.date"],
		["type", "party", "field.choose"],
		["isFree", "true", "field.choose"],
		["texts.en.title", "x".repeat(161), "field.tooLong"],
		["timezone", "Mars/Olympus", "field.choose"],
		["state", "approved", "field.unknown"],
		["organisationId", "0190f0f0-0000-7000-8000-000000000000", "field.unknown"],
		["userId", "0190f0f0-0000-7000-8000-000000000000", "field.unknown"],
		["isDemo", "1", "field.unknown"],
	])("refuses %s = %s beside the field", async (name, value, key) => {
		expect(fieldsOf(await sentForm(await startDraft(), { [name]: value }))).toEqual({
			[name]: key,
		});
	});
});

it("in a season that takes no submissions the draft is saved, and the form told until or since when", async () => {
	const draft = await startDraft();
	await setWindow(2027, { closesOn: "2026-01-31" });
	expect(await save(draft, { ...WHOLE, intent: "submit" })).toMatchObject({
		outcome: "shut",
		fields: { startDate: "season.shut" },
		window: { season: 2027, phase: "after", day: "2026-01-31" },
		missing: [],
	});
	const { state, content } = await getMyEvent(draft.viewer, draft.eventId);
	expect([state, content.texts[0]?.title]).toEqual(["draft", "Memorial evening"]);
	await setWindow(2027, {});
	expect(await save(draft, { intent: "submit" })).toMatchObject({ outcome: "submitted" });
});

describe("the place", () => {
	it("is looked up again when the picked city was typed over, as a browser without script does", async () => {
		const draft = await startDraft();
		await save(draft, { cityName: "Pokhara" });
		const { content } = await getMyEvent(draft.viewer, draft.eventId);
		expect(content.cityGeonameId).toBe(findCityByName("Pokhara", "NP")?.id);
	});

	it("follows the country, however the old city's number came along", async () => {
		const draft = await startDraft();
		await save(draft, { cityName: "St. John's", country: "CA", timezone: "America/St_Johns" });
		const { content } = await getMyEvent(draft.viewer, draft.eventId);
		expect([content.country, content.schedule.timezone]).toEqual(["CA", "America/St_Johns"]);
	});

	it("is not taken for whatever was typed of a city's name when none was chosen", async () => {
		const draft = await startDraft();
		const half = { ...WHOLE, cityName: "Pokh", country: "NP", cityUndecided: "on" };
		expect(await save(draft, { ...half, intent: "submit" })).toMatchObject({
			outcome: "incomplete",
			fields: { cityName: "places.unknownCity" },
		});
		const whole = { ...half, cityName: "Pokhara", intent: "submit" };
		expect((await save(draft, whole)).outcome).toBe("submitted");
	});

	it("keeps a place that no list has, with its country and zone", async () => {
		const draft = await startDraft();
		await save(draft, { cityName: "Nowhere Atoll", country: "KI", timezone: "Pacific/Kiritimati" });
		const { content } = await getMyEvent(draft.viewer, draft.eventId);
		expect(content).toMatchObject({
			cityGeonameId: null,
			cityName: "Nowhere Atoll",
			country: "KI",
		});
		expect(content.schedule.timezone).toBe("Pacific/Kiritimati");
	});

	it("has no venue online and no link in person", async () => {
		const draft = await startDraft();
		await save(draft, {
			attendanceMode: "online",
			venueName: "Hall",
			lat: "1",
			lon: "2",
			isWheelchairAccessible: "yes",
			onlineUrl: "https://example.org/live",
		});
		expect((await getMyEvent(draft.viewer, draft.eventId)).content).toMatchObject({
			venueName: null,
			lat: null,
			isWheelchairAccessible: null,
			onlineUrl: "https://example.org/live",
		});
		await save(draft, { attendanceMode: "in_person", onlineUrl: "https://example.org/live" });
		expect((await getMyEvent(draft.viewer, draft.eventId)).content.onlineUrl).toBeNull();
	});
});

describe("its buttons", () => {
	it("submit what is whole", async () => {
		const draft = await startDraft();
		expect((await save(draft, { ...WHOLE, intent: "submit" })).outcome).toBe("submitted");
		expect((await getMyEvent(draft.viewer, draft.eventId)).state).toBe("submitted");
	});

	it("save what is not whole, and say why it was not submitted", async () => {
		const draft = await startDraft();
		const answer = await save(draft, {
			intent: "submit",
			timing: "timed",
			"texts.en.title": "Memorial evening",
		});
		expect(answer).toMatchObject({
			outcome: "incomplete",
			fields: { type: "field.choose", startTime: "field.startTime" },
		});
		const event = await getMyEvent(draft.viewer, draft.eventId);
		expect([event.state, event.content.texts[0]?.title]).toEqual(["draft", "Memorial evening"]);
	});

	it("add and remove a language", async () => {
		const draft = await startDraft();
		await save(draft, { intent: "add_language", newLanguage: "tr" });
		expect(
			(await getMyEvent(draft.viewer, draft.eventId)).content.texts.map((text) => text.locale),
		).toEqual(["en", "tr"]);
		await save(draft, { intent: "remove_language.en" });
		expect(
			(await getMyEvent(draft.viewer, draft.eventId)).content.texts.map((text) => text.locale),
		).toEqual(["tr"]);
	});

	it("say what somebody else has changed too, in the words of the form, and submit nothing then", async () => {
		const draft = await startDraft();
		await save(draft, WHOLE);
		const typed = { "texts.en.title": "Mine", contactName: "Press office" };
		const old = await sentForm(draft, { ...typed, intent: "submit" });
		await save(draft, { "texts.en.title": "Theirs", cityName: "Pokhara", venueName: "Hall" });
		const answer = await run(draft.viewer, eventFormInput.parse(parseForm(old)));
		expect(answer).toMatchObject({
			outcome: "conflict",
			conflicts: [
				{
					field: "texts.en.title",
					names: ["texts.en.title"],
					values: { "texts.en.title": "Theirs" },
					isOwn: true,
				},
			],
		});
		const taken = Object.assign({}, ...answer.taken.map(({ values }) => values));
		expect(taken).toMatchObject({
			venueName: "Hall",
			cityName: "Pokhara",
			pickedCity: "Pokhara",
			timezone: "Asia/Kathmandu",
		});
		const { content, state } = await getMyEvent(draft.viewer, draft.eventId);
		expect(state).toBe("draft");
		expect(content).toMatchObject({ contactName: "Press office", venueName: "Hall" });
		expect(content.texts[0]?.title).toBe("Theirs");
	});

	it("decide a conflict by a button", async () => {
		const draft = await startDraft();
		await save(draft, { "texts.en.title": "Theirs", venueName: "Their hall" });
		const open = {
			"texts.en.title": "Mine",
			venueName: "My hall",
			unresolved: "texts.en.title venueName",
		};
		const kept = await save(draft, { ...open, intent: "keep_mine.texts.en.title" });
		expect(kept.conflicts.map(({ field }) => field)).toEqual(["venueName"]);
		const left = { ...open, unresolved: "venueName", intent: "take_theirs.venueName" };
		expect(await save(draft, left)).toMatchObject({ outcome: "saved", conflicts: [] });
		const { content } = await getMyEvent(draft.viewer, draft.eventId);
		expect(content.texts[0]?.title).toBe("Mine");
		expect(content.venueName).toBe("Their hall");
	});

	it("refuse a version that never was", async () => {
		const draft = await startDraft();
		const form = await sentForm(draft, { revisionVersion: "7" });
		await expect(run(draft.viewer, eventFormInput.parse(parseForm(form)))).rejects.toMatchObject({
			code: "conflict",
		});
	});

	it("do nothing to an event of somebody else", async () => {
		const draft = await startDraft();
		const stranger = await startDraft("museum");
		const input = eventFormInput.parse(parseForm(await sentForm(draft, WHOLE)));
		await expect(run(stranger.viewer, input)).rejects.toMatchObject({ code: "not_found" });
	});
});
