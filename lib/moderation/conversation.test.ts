import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { makeDraft, makePublished, makeSubmitted } from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import {
	makeAdmin,
	makeCoordinator,
	makeStranger,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { countUnread, findMyConversation, listUnread } from "./conversation-queries";
import {
	answerReviewers,
	askOrganiser,
	conversationInput,
	MAX_ANSWERS_A_DAY,
	readAnswers,
} from "./converse";
import { getSubmission } from "./queries";
import { takeDown } from "./take-down";
import { takeOn } from "./work-together";

useDatabase();

const NOW = new Date("2027-02-20T10:00:00Z");
const DAY_MS = 86_400_000;
const QUESTION = "Is the hall open to everybody?";
const ANSWER = "Yes, from six o'clock.";

let organisation: MadeOrganisation;
let reviewer: SignedInViewer;
let eventId: string;

beforeEach(async () => {
	await emptyDatabase();
	organisation = await makeOrganisation({ country: "DE" });
	reviewer = await makeCoordinator("DE");
	({ eventId } = await makeSubmitted({ organisation }));
});

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error) => error.code,
	);

function ask(viewer: Viewer, about = eventId, text = QUESTION) {
	const input = { eventId: about, text };
	return inTransaction((tx) => askOrganiser(tx, viewer, { input, now: NOW }));
}

function answer(viewer: Viewer, { text = ANSWER, now = NOW, about = eventId } = {}) {
	const input = { eventId: about, text };
	return inTransaction((tx) => answerReviewers(tx, viewer, { input, now }));
}

async function mailsOf(template: string) {
	return (await queuedMails()).filter((mail) => mail.template === template);
}

describe("a question", () => {
	it("reaches every member in their language, and names no reviewer", async () => {
		const editor = await makeUser({ locale: "tr" });
		await addMember(organisation.id, editor.id, "editor");
		await ask(reviewer);
		const mails = await mailsOf("coordinatorAsks");
		expect(mails.map(({ to, locale }) => [to, locale])).toEqual([
			[organisation.owner.email, "en"],
			[editor.email, "tr"],
		]);
		expect(mails[0]?.props).toMatchObject({ eventId, message: QUESTION });
		const shown = await findMyConversation(organisation.owner, eventId);
		expect(shown).toMatchObject([{ isReviewer: true, text: QUESTION }]);
		for (const secret of [reviewer.id, reviewer.email])
			expect(JSON.stringify([shown, mails])).not.toContain(secret);
	});

	it("leaves state, version and publication alone, and a trace without the words", async () => {
		const before = await db.event.findUniqueOrThrow({ where: { id: eventId } });
		await ask(reviewer);
		expect(await db.event.findUniqueOrThrow({ where: { id: eventId } })).toEqual(before);
		const trace = await db.auditEntry.findFirstOrThrow({ where: { action: "event.asked" } });
		expect(trace).toMatchObject({ actorId: reviewer.id, subjectId: eventId });
		expect(JSON.stringify(trace.detail)).not.toContain("hall");
	});
});

describe("an answer", () => {
	const recipients = async () => (await mailsOf("organiserAnswers")).map(({ to }) => to);

	it("reaches who has taken the event on, else who asked, else the country's reviewers", async () => {
		const other = await makeCoordinator("DE");
		await ask(reviewer);
		await answer(organisation.owner);
		await inTransaction((tx) => takeOn(tx, other, { eventId, isTaken: true, now: NOW }));
		await answer(organisation.owner);
		await db.user.updateMany({
			where: { id: { in: [other.id, reviewer.id] } },
			data: { disabledAt: NOW },
		});
		const third = await makeCoordinator("DE");
		await answer(organisation.owner);
		expect(await recipients()).toEqual([reviewer.email, other.email, third.email]);
	});

	it("never reaches somebody who reviews the country no more, or has joined the organisation", async () => {
		await ask(reviewer);
		await addMember(organisation.id, reviewer.id, "editor");
		const admin = await makeAdmin();
		await answer(organisation.owner);
		expect(await recipients()).toEqual([admin.email]);
	});

	it("is unread until a reviewer says so, or asks again", async () => {
		await ask(reviewer);
		expect(await countUnread(reviewer)).toBe(0);
		await answer(organisation.owner);
		expect(await countUnread(reviewer)).toBe(1);
		expect(await countUnread(await makeCoordinator("FR"))).toBe(0);
		expect((await listUnread(reviewer)).map(({ id }) => id)).toEqual([eventId]);
		await inTransaction((tx) => readAnswers(tx, reviewer, { eventId, now: NOW }));
		expect(await countUnread(reviewer)).toBe(0);
		await answer(organisation.owner);
		await ask(reviewer);
		expect(await countUnread(reviewer)).toBe(0);
		const { messages } = await getSubmission(reviewer, eventId);
		expect(messages.map(({ isReviewer }) => isReviewer)).toEqual([true, false, false, true]);
	});

	it("comes only once somebody has asked, or has hidden the event", async () => {
		expect(await findMyConversation(organisation.owner, eventId)).toBeNull();
		expect(await codeOf(answer(organisation.owner))).toBe("illegal_transition");
		const published = await makePublished({ organisation, reviewer: await makeAdmin() });
		const about = published.eventId;
		expect(await codeOf(answer(organisation.owner, { about }))).toBe("illegal_transition");
		const input = { eventId: about, eventVersion: published.eventVersion, reason: "A number." };
		await inTransaction((tx) => takeDown(tx, reviewer, { input, now: NOW }));
		await answer(organisation.owner, { about, text: "The number is the embassy's own." });
		expect(await recipients()).toEqual([reviewer.email]);
		expect((await listUnread(reviewer)).map(({ id, state }) => [id, state])).toEqual([
			[about, "withdrawn"],
		]);
	});

	it("is one of so many a day, whoever of the organisation writes", async () => {
		await ask(reviewer);
		const editor = await makeEditor(organisation.id);
		for (let count = 0; count < MAX_ANSWERS_A_DAY; count++)
			await answer(count % 2 ? editor : organisation.owner);
		expect(await codeOf(answer(editor))).toBe("rate_limited");
		expect(await codeOf(answer(editor, { now: new Date(NOW.getTime() + DAY_MS + 1) }))).toBe(
			"done",
		);
	});
});

it("each side does its own part only: the table", async () => {
	await ask(reviewer);
	const memberOf = async (options: { isAdmin?: boolean; countries?: string[] }) => {
		const user = await makeUser(options);
		await addMember(organisation.id, user.id, "editor");
		return makeViewer(user);
	};
	const table: [string, Viewer, { ask: string; answer: string; read: string; see: string }][] = [
		["anonymous", { kind: "anonymous" }, all("unauthenticated", "not_found")],
		["stranger", await makeStranger(), all("not_found")],
		["owner elsewhere", (await makeOrganisation({ country: "FR" })).owner, all("not_found")],
		[
			"owner",
			organisation.owner,
			{ ask: "forbidden", read: "forbidden", answer: "done", see: "done" },
		],
		["coordinator elsewhere", await makeCoordinator("FR"), all("not_found")],
		[
			"coordinator",
			await makeCoordinator("DE"),
			{ ask: "done", read: "done", answer: "forbidden", see: "not_found" },
		],
		[
			"coordinator who is a member",
			await memberOf({ countries: ["DE"] }),
			{ ask: "own_event", read: "own_event", answer: "done", see: "done" },
		],
		[
			"admin who is a member",
			await memberOf({ isAdmin: true }),
			{ ask: "own_event", read: "own_event", answer: "done", see: "done" },
		],
	];
	for (const [actor, viewer, expected] of table) {
		const found = {
			ask: await codeOf(ask(viewer)),
			answer: await codeOf(answer(viewer)),
			read: await codeOf(inTransaction((tx) => readAnswers(tx, viewer, { eventId, now: NOW }))),
			see: await codeOf(findMyConversation(viewer, eventId)),
		};
		expect([actor, found]).toEqual([actor, expected]);
	}
	const draft = await makeDraft({ organisation });
	expect(await codeOf(ask(reviewer, draft.eventId))).toBe("not_found");
});

function all(code: string, see = code) {
	return { ask: code, answer: code, read: code, see };
}

it.each([
	["", "field.required"],
	["x".repeat(2_001), "field.tooLong"],
	["turned \u202e round", "field.bidiControl"],
])("takes no text like %j", (text, message) => {
	const issues = conversationInput.safeParse({ eventId, text }).error?.issues;
	expect(issues).toMatchObject([{ path: ["text"], message }]);
});
