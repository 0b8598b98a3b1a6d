import { beforeEach, describe, expect, it } from "vitest";
import { confirmSignIn } from "@/lib/accounts/confirm-sign-in";
import { mintSession } from "@/lib/accounts/mint-session";
import { requestSignIn } from "@/lib/accounts/request-sign-in";
import { db, inTransaction } from "@/lib/db/client";
import { sendMail } from "@/lib/mail/send-mail";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { type MadeEvent, makeDraft, makePublished, publishedRow } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { justProven, makeAdmin, makeCoordinator, makeUser } from "@/prisma/factories/people";
import { makeReport, queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { addBlock, type BlockKind, blockInput, listBlocks, removeBlock } from "./blocklist";
import { submitOrPublish } from "./submit-or-publish";

useDatabase();

const NOW = new Date("2027-02-20T10:00:00Z");
let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	admin = justProven(await makeAdmin(), NOW);
});

function block(kind: BlockKind, value: string, viewer: Viewer = admin) {
	const input = blockInput.parse({ kind, value, reason: "Advertising" });
	return inTransaction((tx) => addBlock(tx, viewer, { input, now: NOW }));
}

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error) => error.code,
	);

describe("the list", () => {
	it("is the admins' alone", async () => {
		const others: [Viewer, string][] = [
			[await makeCoordinator("DE"), "forbidden"],
			[(await makeOrganisation()).owner, "forbidden"],
			[{ kind: "anonymous" }, "unauthenticated"],
		];
		await block("word", "casino");
		const [listed] = await listBlocks(admin);
		for (const [viewer, code] of others) {
			expect(await codeOf(block("word", "lottery", viewer))).toBe(code);
			expect(await codeOf(listBlocks(viewer))).toBe(code);
			const remove = inTransaction((tx) =>
				removeBlock(tx, viewer, { id: listed?.id ?? "", now: NOW }),
			);
			expect(await codeOf(remove)).toBe(code);
		}
		expect(listed).toMatchObject({ kind: "word", value: "casino", reason: "Advertising" });
	});

	it("is changed with a fresh proof of the second factor only", async () => {
		const stale = justProven(admin, new Date(NOW.getTime() - 10 * 60_000));
		expect(await codeOf(block("mail_domain", "spam.example.net", stale))).toBe("proof_needed");
		await block("mail_domain", "spam.example.net");
		const [{ id } = { id: "" }] = await listBlocks(admin);
		const remove = inTransaction((tx) => removeBlock(tx, stale, { id, now: NOW }));
		expect(await codeOf(remove)).toBe("proof_needed");
		expect(await listBlocks(admin)).toHaveLength(1);
	});

	it("holds a thing once, however it is spelled, and leaves a trace without anybody's address", async () => {
		await block("word", "Casino");
		expect(await codeOf(block("word", "cаsіno"))).toBe("conflict");
		await block("address", "Somebody@Example.org");
		expect(await codeOf(block("address", "somebody@example.org"))).toBe("conflict");
		for (const { id } of await listBlocks(admin))
			await inTransaction((tx) => removeBlock(tx, admin, { id, now: NOW }));
		expect(await listBlocks(admin)).toEqual([]);
		const traces = await db.auditEntry.findMany({
			where: { subjectType: "block" },
			orderBy: { id: "asc" },
			select: { action: true, actorId: true, detail: true },
		});
		expect(traces.map(({ action }) => action).sort()).toEqual([
			"blocklist.added",
			"blocklist.added",
			"blocklist.removed",
			"blocklist.removed",
		]);
		expect(JSON.stringify(traces)).not.toContain("somebody");
	});

	it.each([
		["word", "a", "field.tooShort"],
		["word", "!!!", "field.tooShort"],
		["link_domain", "not a domain", "field.domain"],
		["mail_domain", "example", "field.domain"],
		["address", "a@b, c@d", "field.email"],
	] as const)("takes no %s like %j", (kind, value, message) => {
		const issues = blockInput.safeParse({ kind, value, reason: "A reason" }).error?.issues;
		expect(issues).toMatchObject([{ path: ["value"], message }]);
	});

	it("shuts no admin out", async () => {
		expect(await codeOf(block("address", admin.email))).toBe("invalid");
		expect(await codeOf(block("mail_domain", "example.org"))).toBe("invalid");
		expect(await db.block.count()).toBe(0);
	});
});

describe("a blocked address", () => {
	const request = (email: string) => requestSignIn({ email, locale: "en", returnTo: "" }, NOW);
	const expiresAt = new Date(Date.now() + 600_000).toISOString();

	it.each([
		["address", "Person@Blocked.example", "person@blocked.example"],
		["mail_domain", "blocked.example", "person@blocked.example"],
		["mail_domain", "@blocked.example", "person@MAIL.blocked.example"],
	] as const)(
		"(%s %s) is answered as any other and gets no mail: %s",
		async (kind, value, email) => {
			await block(kind, value);
			const [blocked, free] = [await request(email), await request("person@free.example")];
			expect(Object.keys(blocked)).toEqual(Object.keys(free));
			const mails = await queuedMails();
			expect(mails.map(({ template }) => template)).toEqual(["signIn", "signIn"]);
			for (const [index, mail] of mails.entries())
				await sendMail(
					{ ...mail, props: { ...mail.props, expiresAt } },
					{ jobId: String(index), createdAt: NOW, attempt: 1 },
				);
			expect((await db.outboxMail.findMany()).map(({ to }) => to)).toEqual(["person@free.example"]);
		},
	);

	it("does not sign in with what it asked for before, and its sessions end; others' do not", async () => {
		const email = "person@blocked.example";
		const before = await makeUser({ email });
		const other = await makeUser({ email: "person@notblocked.example" });
		for (const { id } of [before, other]) await mintSession(id);
		await request(email);
		const link = (await queuedMails())[0]?.props.link ?? "";
		await block("mail_domain", "blocked.example");
		const sessions = await db.session.findMany({ select: { userId: true } });
		expect(sessions).toEqual([{ userId: other.id }]);
		const token = new URL(link).searchParams.get("token") ?? "";
		expect(await codeOf(confirmSignIn({ token }, NOW))).toBe("expired");
	});

	it("reports into the automatic ones, and nobody is mailed", async () => {
		await block("address", "person@blocked.example");
		const { eventId } = await makePublished({ reviewer: admin });
		await makeReport({ eventId, kind: "hatred", email: "PERSON@blocked.example" });
		expect(await db.report.findFirstOrThrow()).toMatchObject({ isSuspect: true });
		expect(await queuedMails()).toEqual([]);
	});
});

describe("what a trusted organisation submits", () => {
	let organisation: MadeOrganisation;

	beforeEach(async () => {
		organisation = await makeOrganisation();
		await db.organisation.update({
			where: { id: organisation.id },
			data: { trustedAt: NOW, trustedById: admin.id },
		});
		await block("word", "grand casino");
		await block("link_domain", "spam.example");
	});

	const draft = (description: string) =>
		makeDraft({
			organisation,
			content: { texts: { en: { title: "Commemoration", description } } },
		});
	const submit = ({ eventId, eventVersion }: MadeEvent) =>
		inTransaction((tx) =>
			submitOrPublish(tx, organisation.owner, { eventId, eventVersion, now: NOW }),
		);

	it.each([
		["Then to the Grand CASINO!", false],
		["Then to the grаnd cаsino (Cyrillic).", false],
		["Read [this](https://spam.example/x).", false],
		["Read https://www.spam.example.", false],
		["Read https://sub.spam.example/.", false],
		["A grand evening at the casino.", true],
		["The grandcasinos are closed.", true],
		["Read https://notspam.example/.", true],
	])("is public at once unless it says or links what is blocked: %s", async (text, isPublic) => {
		const event = await draft(text);
		await submit(event);
		expect((await publishedRow(event.eventId)) !== null).toBe(isPublic);
		const { state } = await db.event.findUniqueOrThrow({ where: { id: event.eventId } });
		expect(state).toBe(isPublic ? "approved" : "submitted");
	});

	it("is read before it is public also in its programme and its contact page", async () => {
		const contactUrl = "https://spam.example/contact";
		const event = await makeDraft({ organisation, content: { contactUrl } });
		await submit(event);
		expect(await publishedRow(event.eventId)).toBeNull();
	});
});
