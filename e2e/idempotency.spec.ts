import { db } from "@/lib/db/client";
import { makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { type Answer, ask, type FormFields, formFields, postForm } from "./support/http";
import { mailsTo, mailTo } from "./support/mails";
import { expect, sessionCookie, test } from "./support/test";

const TIMES = 20;

function postManyTimes(url: string, fields: FormFields, cookie: string): Promise<Answer[]> {
	return Promise.all(
		Array.from({ length: TIMES }, () => postForm(url, fields, { Cookie: cookie })),
	);
}

test("twenty equal requests to begin an event make one event and get one answer", async ({
	page,
	server,
}) => {
	const { id: organisationId, owner } = await makeOrganisation();
	const cookie = await sessionCookie(owner);
	const url = `${server.baseUrl}/en/my/events/new`;
	const { body } = await ask(url, { headers: { Cookie: cookie } });
	const fields = await formFields(page, body, "input[name=organisationId]");

	const answers = await postManyTimes(url, fields, cookie);

	const made = await db.event.findMany({ where: { organisationId } });
	expect(made).toHaveLength(1);
	expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303]));
	expect(new Set(answers.map((answer) => answer.headers.location))).toEqual(
		new Set([`/en/my/events/${made[0]?.id}/edit`]),
	);
});

test("twenty equal submissions make one revision, one audit row and one mail", async ({
	page,
	server,
}) => {
	const { eventId, author } = await makeDraft();
	const cookie = await sessionCookie(author);
	const url = `${server.baseUrl}/en/my/events/${eventId}/edit`;
	const { body } = await ask(url, { headers: { Cookie: cookie } });
	const fields = await formFields(page, body, "button[name=intent][value=submit]");

	const answers = await postManyTimes(url, fields, cookie);

	expect(new Set(answers.map((answer) => answer.headers.location))).toEqual(
		new Set([`/en/my/events/${eventId}?done=submitted`]),
	);
	const event = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		include: { revisions: true },
	});
	expect(event.state).toBe("submitted");
	expect(event.revisions).toHaveLength(1);
	expect(await db.auditEntry.count({ where: { subjectId: eventId, action: "event.submit" } })).toBe(
		1,
	);
	await mailTo(author.email, "eventSubmitted");
	expect(
		(await mailsTo(author.email)).filter((mail) => mail.template === "eventSubmitted"),
	).toHaveLength(1);
});
