import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { makePublished, makeSubmitted, publishedRow } from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeMission,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { makeReport, queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { fileReport } from "./file-report";
import { forgetReporters } from "./forget-reporters";
import { answerReport, closeCase, takeCase } from "./handle-report";
import { countOpenCases, listCases } from "./report-queries";
import { findReceipt } from "./report-receipt";
import { reportInput } from "./report-schema";

useDatabase();

const NOW = new Date("2027-02-20T10:00:00Z");
const DAY_MS = 86_400_000;
const REPORTER = "reporter@example.org";

let admin: SignedInViewer;
let reviewer: SignedInViewer;
let organisation: MadeOrganisation;
let eventId: string;

beforeEach(async () => {
	await emptyDatabase();
	admin = await makeAdmin();
	reviewer = await makeCoordinator("DE");
	organisation = await makeMission({ country: "DE" });
	({ eventId } = await makePublished({ organisation, reviewer: admin }));
});

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error) => error.code,
	);

function receiptOf(path: string) {
	const query = new URL(path, "https://calendar.example.org").searchParams;
	return { report: query.get("report") ?? "", key: query.get("key") ?? "" };
}

describe("a report", () => {
	it("joins the open case of its subject; ten of one event are one case, and change nothing public", async () => {
		const before = await publishedRow(eventId);
		for (let number = 0; number < 10; number++)
			await makeReport({ eventId, kind: number % 2 ? "hatred" : "spam", now: NOW });
		await makeReport({ organisationId: organisation.id, now: NOW });
		const { items } = await listCases(reviewer);
		expect(items.map(({ reportCount, isUrgent }) => [reportCount, isUrgent])).toEqual([
			[10, true],
			[1, false],
		]);
		expect(await countOpenCases(reviewer)).toBe(2);
		expect(await publishedRow(eventId)).toEqual(before);
		const urgent = (await queuedMails()).filter(({ template }) => template === "reportUrgent");
		expect(urgent.map(({ to }) => to)).toEqual([reviewer.email]);
	});

	it("of what is closed opens a new case", async () => {
		const first = await makeReport({ eventId });
		await close(first.caseId, "kept");
		const second = await makeReport({ eventId });
		expect(second.caseId).not.toBe(first.caseId);
	});

	it("sent twice with one form is one report, also at once", async () => {
		const formKey = randomUUID();
		const input = reportInput.parse({
			formKey,
			locale: "en",
			eventId,
			kind: "spam",
			email: REPORTER,
		});
		const paths = await Promise.all([1, 2, 3].map(() => fileReport(input, NOW)));
		expect(new Set(paths.map(({ path }) => path)).size).toBe(1);
		expect(await db.report.count()).toBe(1);
		expect(await queuedMails()).toHaveLength(1);
		const other = { ...input, kind: "hatred" as const };
		expect(await codeOf(fileReport(other, NOW))).toBe("conflict");
	});

	it("needs a subject that the public sees", async () => {
		const waiting = await makeSubmitted({ organisation });
		const hidden = await makeOrganisation({ country: "FR" });
		expect(await codeOf(makeReport({ eventId: waiting.eventId }))).toBe("not_found");
		expect(await codeOf(makeReport({ eventId: randomUUID() }))).toBe("not_found");
		expect(await codeOf(makeReport({ organisationId: hidden.id }))).toBe("not_found");
		const { success } = reportInput.safeParse({
			formKey: randomUUID(),
			locale: "en",
			kind: "spam",
			eventId,
			organisationId: organisation.id,
		});
		expect(success).toBe(false);
	});

	it.each(["wrong_facts", "not_organiser", "other"] as const)("of kind %s needs words", (kind) => {
		const input = { formKey: randomUUID(), locale: "en", eventId, kind };
		const issues = reportInput.safeParse({ ...input, text: "  a" }).error?.issues;
		expect(issues).toMatchObject([{ path: ["text"], message: "field.reportText" }]);
		expect(reportInput.safeParse({ ...input, text: "The hall is closed." }).success).toBe(true);
	});

	it.each(["a\r\nBcc: x@example.org", "x@example.org, y@example.org", "<x@example.org>", "x@"])(
		"takes no address that could stand as more than one: %j",
		(email) => {
			const input = { formKey: randomUUID(), locale: "en", eventId, kind: "spam", email };
			expect(reportInput.safeParse(input).success).toBe(false);
		},
	);

	it("that a machine seems to have sent mails nobody and does not count, but is kept", async () => {
		const text = "https://a.example https://b.example https://c.example https://d.example";
		await makeReport({ eventId, kind: "hatred", email: REPORTER, website: "https://x.example" });
		await makeReport({ eventId, kind: "hatred", email: REPORTER, text });
		expect(await queuedMails()).toEqual([]);
		expect(await countOpenCases(reviewer)).toBe(0);
		expect((await listCases(reviewer, { view: "suspect" })).items).toHaveLength(1);
		await makeReport({ eventId, kind: "hatred" });
		expect((await listCases(reviewer)).items).toMatchObject([{ reportCount: 3, isUrgent: true }]);
	});

	it("leaves a trace without address or text, and is refused while nothing may change", async () => {
		const { id, caseId } = await makeReport({ eventId, email: REPORTER });
		const trace = await db.auditEntry.findFirstOrThrow({ where: { action: "report.filed" } });
		expect(trace).toMatchObject({
			actorId: null,
			subjectType: "report",
			subjectId: id,
			detail: { caseId, kind: "wrong_facts", isSuspect: false },
		});
		await db.switch.create({ data: { name: "read_only", isOn: true, changedAt: NOW } });
		expect(await codeOf(makeReport({ eventId }))).toBe("read_only");
	});
});

describe("the receipt", () => {
	it("opens for its secret alone", async () => {
		const { path, reference } = await makeReport({ eventId });
		const other = await makeReport({ eventId });
		const { report, key } = receiptOf(path);
		expect(await findReceipt({ report, key })).toMatchObject({ reference, progress: "received" });
		const guesses = [
			"",
			key.slice(0, -1),
			`${key}A`,
			key.toLowerCase(),
			receiptOf(other.path).key,
			reference,
			report,
		];
		for (const guess of guesses) expect(await findReceipt({ report, key: guess })).toBeNull();
		expect(await findReceipt({ report: randomUUID(), key })).toBeNull();
	});

	it("tells how it stands and names nobody", async () => {
		const { path, caseId, id } = await makeReport({ eventId, email: REPORTER });
		await makeReport({ eventId, text: "Another visitor's words" });
		await take(reviewer, caseId);
		expect(await findReceipt(receiptOf(path))).toMatchObject({ progress: "looked_at" });
		await answer(id, "Thank you: we ask the organiser.");
		await close(caseId, "asked", "They agreed on the phone.");
		const receipt = await findReceipt(receiptOf(path));
		expect(receipt).toMatchObject({
			progress: "closed",
			outcome: "asked",
			answer: "Thank you: we ask the organiser.",
		});
		const shown = JSON.stringify(receipt);
		for (const secret of [reviewer.id, reviewer.email, REPORTER, "on the phone", "Another visitor"])
			expect(shown).not.toContain(secret);
	});
});

describe("handling", () => {
	it("mails the reporters who gave an address, in their language, with general words only", async () => {
		const { caseId, id, path } = await makeReport({ eventId, email: REPORTER, locale: "az" });
		await makeReport({ eventId, email: "spam@example.org", website: "x" });
		await makeReport({ eventId });
		await answer(id, "Thank you.");
		await close(caseId, "hidden", "Reason for reviewers");
		const mails = (await queuedMails()).filter(({ to }) => to !== reviewer.email);
		expect(mails.map(({ to, locale, template }) => [to, locale, template])).toEqual([
			[REPORTER, "az", "reportReceived"],
			[REPORTER, "az", "reportAnswered"],
			[REPORTER, "az", "reportClosed"],
		]);
		for (const { props } of mails) expect(props.path).toBe(path);
		expect(JSON.stringify(mails)).not.toContain("Reason for reviewers");
		expect(JSON.stringify(mails)).not.toContain("an hour later");
	});

	it("leaves a trace of each step with who took it, and none of the words", async () => {
		const { caseId, id } = await makeReport({ eventId, email: REPORTER });
		await take(reviewer, caseId);
		await answer(id, "Words to the reporter");
		await close(caseId, "kept", "Words to reviewers");
		const traces = await db.auditEntry.findMany({
			where: { actorId: reviewer.id },
			orderBy: { id: "asc" },
			select: { action: true, subjectId: true, detail: true },
		});
		expect(traces.map(({ action, subjectId }) => [action, subjectId])).toEqual([
			["report_case.assigned", caseId],
			["report.answered", id],
			["report_case.closed", caseId],
		]);
		expect(JSON.stringify(traces)).not.toContain("Words");
	});

	it("answers once and closes once", async () => {
		const { caseId, id } = await makeReport({ eventId });
		await answer(id, "First answer");
		expect(await codeOf(answer(id, "Second answer"))).toBe("illegal_transition");
		const codes = await Promise.all([1, 2].map(() => codeOf(close(caseId, "kept"))));
		expect(codes.sort()).toEqual(["done", "illegal_transition"]);
		expect(await codeOf(take(reviewer, caseId))).toBe("illegal_transition");
	});
});

it("an address is forgotten 90 days after the case was closed, the report is not", async () => {
	const open = await makeReport({ eventId, email: REPORTER, now: NOW });
	const { caseId, id } = await makeReport({
		organisationId: organisation.id,
		email: REPORTER,
		now: NOW,
	});
	const automatic = await makeReport({ eventId, email: REPORTER, website: "x", now: NOW });
	await close(caseId, "corrected");
	const addressOf = async (reportId: string) =>
		(await db.report.findUniqueOrThrow({ where: { id: reportId } })).email;
	await forgetReporters(new Date(NOW.getTime() + 90 * DAY_MS - 1));
	expect(await addressOf(id)).toBe(REPORTER);
	await forgetReporters(new Date(NOW.getTime() + 90 * DAY_MS));
	expect(await addressOf(id)).toBeNull();
	expect(await addressOf(automatic.id)).toBeNull();
	expect(await addressOf(open.id)).toBe(REPORTER);
	expect(await db.report.count()).toBe(3);
});

function take(viewer: Viewer, caseId: string) {
	const input = { caseId, isTaken: true };
	return inTransaction((tx) => takeCase(tx, viewer, { input, now: NOW }));
}

function answer(reportId: string, text: string) {
	const input = { reportId, answer: text };
	return inTransaction((tx) => answerReport(tx, reviewer, { input, now: NOW }));
}

function close(
	caseId: string,
	outcome: "asked" | "kept" | "hidden" | "corrected",
	reason = "Checked",
) {
	const input = { caseId, outcome, reason };
	return inTransaction((tx) => closeCase(tx, reviewer, { input, now: NOW }));
}
