import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { makeUser } from "@/prisma/factories/people";
import { ask, filled, formFields, postForm } from "./support/http";
import { codeIn, linkIn, mailsTo, mailTo } from "./support/mails";
import { expect, type Open, test } from "./support/test";

function freshAddress(): string {
	return `e2e-${randomUUID()}@example.org`;
}

async function askForMail(open: Open, email: string, returnTo = "") {
	const page = await open();
	await page.goto(`/en/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
	await page.getByLabel("E-mail address").fill(email);
	await page.getByRole("button", { name: "Send the mail" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your mail");
	return page;
}

test("the code signs in the browser that asked, leads back and ends with sign-out", async ({
	open,
}) => {
	const email = freshAddress();
	const page = await askForMail(open, email, "/en/my/account");
	const code = codeIn(await mailTo(email, "signIn"));

	const elsewhere = await open();
	await elsewhere.goto("/en/sign-in/check");
	await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("There is no open request");

	await page.getByLabel("Six-digit code").fill(code);
	await page.getByRole("button", { name: "Sign in" }).click();
	await expect(page).toHaveURL(/\/en\/my\/account$/);
	await expect(page.getByText(email)).toBeVisible();
	await page.getByRole("button", { name: "Sign out", exact: true }).click();
	await expect(page).toHaveURL(/\/en$/);
	await page.goto("/en/my/account");
	await expect(page).toHaveURL(/\/en\/sign-in\?returnTo=/);
});

test("a scanner that opens the link four times leaves it good for the person, once", async ({
	open,
}) => {
	const email = freshAddress();
	await askForMail(open, email);
	const link = linkIn(await mailTo(email, "signIn"));
	for (const method of ["HEAD", "GET", "GET", "GET"]) {
		const answer = await ask(link, { method });
		expect(answer.status).toBe(200);
		expect(answer.headers["set-cookie"]).toBeUndefined();
	}

	const page = await open();
	await page.goto(link);
	await expect(page.getByText(email)).toBeVisible();
	await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
	await expect(page).toHaveURL(/\/en\/my$/);

	const second = await open();
	await second.goto(link);
	await expect(second.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
});

test("after five wrong codes the right one does not help either", async ({ open }) => {
	const email = freshAddress();
	const page = await askForMail(open, email);
	const code = codeIn(await mailTo(email, "signIn"));
	const wrong = code === "000000" ? "000001" : "000000";
	for (const message of [...Array(4).fill("The code is not right."), "Too many wrong codes."]) {
		await page.getByLabel("Six-digit code").fill(wrong);
		const answered = page.waitForResponse((response) => response.request().method() === "POST");
		await page.getByRole("button", { name: "Sign in", exact: true }).click();
		await answered;
		await expect(page.getByRole("alert").filter({ hasText: message })).toBeVisible();
	}
	await page.getByLabel("Six-digit code").fill(code);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page.getByRole("alert").filter({ hasText: "Too many wrong codes." })).toBeVisible();
	expect(await db.user.count({ where: { email } })).toBe(0);
});

test("the mail is in the language of the page, with links to our own address", async ({
	open,
	server,
}) => {
	const email = freshAddress();
	const page = await open();
	await page.goto("/az/sign-in");
	await page.locator("input[name=email]").fill(email);
	await page.getByRole("main").locator("button[type=submit]").click();
	await page.waitForURL(/\/az\/sign-in\/check$/);
	const mail = await mailTo(email, "signIn");
	expect(mail.locale).toBe("az");
	expect(linkIn(mail)).toMatch(new RegExp(`^${server.baseUrl}/az/sign-in/link\\?token=`));
});

const ELSEWHERE = [
	"//evil.example",
	"///evil.example",
	"/\\evil.example",
	"\\\\evil.example",
	"/en//evil.example",
	"https://evil.example/en/my",
	"http:evil.example",
	"javascript:alert(1)",
	"/%09/evil.example",
	"/en/%0d%0aLocation:%20https://evil.example",
	"/en/..//evil.example",
	"/en/%5cevil.example",
	"@evil.example",
	"/en@evil.example",
];

test("signing in never leads to another site, whatever returnTo says", async ({ open, server }) => {
	const user = await makeUser();
	const signedIn = await open({ as: user });
	for (const returnTo of ELSEWHERE) {
		const answer = await signedIn.request.get(
			`/en/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
			{ maxRedirects: 0 },
		);
		const location = new URL(answer.headers().location ?? "", server.baseUrl);
		expect(location.href, returnTo).toBe(`${server.baseUrl}/en/my`);
	}
	// The same by the form, for one who is not signed in yet: it takes the tampered hidden field.
	const page = await open();
	await page.goto("/en/sign-in");
	const fields = await formFields(page, await page.content(), "input[name=email]");
	for (const returnTo of ["//evil.example", "/\\evil.example", "https://evil.example"]) {
		const email = freshAddress();
		await postForm(`${server.baseUrl}/en/sign-in`, filled(fields, { email, returnTo }));
		const request = await db.signInRequest.findFirstOrThrow({ where: { email } });
		expect(request.returnTo).toBeNull();
	}
});

test("a Host of the visitor's invention comes into no mail and no page", async ({
	page,
	server,
}) => {
	const html = (await ask(`${server.baseUrl}/en/sign-in`)).body;
	const fields = await formFields(page, html, "input[name=email]");
	const poisons: Record<string, string>[] = [
		{ Host: "evil.example" },
		{ Host: "evil.example", Origin: "http://evil.example" },
		{ "X-Forwarded-Host": "evil.example" },
		{
			"X-Forwarded-Host": "evil.example",
			Origin: "https://evil.example",
			"X-Forwarded-Proto": "https",
		},
		{ Forwarded: "host=evil.example;proto=https" },
	];
	for (const poison of poisons) {
		const email = freshAddress();
		const sent = await postForm(`${server.baseUrl}/en/sign-in`, filled(fields, { email }), poison);
		expect(`${sent.headers.location ?? ""} ${sent.body}`).not.toContain("evil.example");
		const made = await db.signInRequest.count({ where: { email } });
		if (made > 0) expect((await mailTo(email, "signIn")).html).not.toContain("evil.example");
		else expect(await mailsTo(email)).toEqual([]);
		for (const path of [
			"/",
			"/en",
			"/en/events",
			"/en/sign-in",
			"/feeds/calendar.ics",
			"/api/v1/events",
		]) {
			const { Origin: _, ...headers } = poison;
			const read = await ask(`${server.baseUrl}${path}`, { headers });
			expect(`${JSON.stringify(read.headers)} ${read.body}`, path).not.toContain("evil.example");
		}
	}
});
