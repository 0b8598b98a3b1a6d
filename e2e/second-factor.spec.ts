import type { CDPSession, Page } from "@playwright/test";
import { totpCode, totpStep } from "@/lib/accounts/totp";
import { db } from "@/lib/db/client";
import { makeUser } from "@/prisma/factories/people";
import { makeApp } from "@/prisma/factories/sessions";
import { mailTo } from "./support/mails";
import { COORDINATOR } from "./support/people";
import { expect, signIn, test } from "./support/test";

/** A security key in the browser, with a fingerprint that fits (Chromium's WebAuthn domain). */
async function withSecurityKey(page: Page): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page);
	await session.send("WebAuthn.enable");
	await session.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport: "internal",
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return session;
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("the code of the app leads to the desk, to where the person wanted to go, and works once", async ({
	open,
}) => {
	const user = await makeUser({ countries: ["DE"] });
	const { secret } = await makeApp(user);
	const page = await open({ as: user, isProven: false });
	await page.goto("/en/review?view=decided");
	await expect(page).toHaveURL(/\/en\/second-factor\?returnTo=/);
	await page.goto("/en/second-factor?returnTo=%2Fen%2Freview%3Fview%3Ddecided");
	await expect(heading(page)).toHaveText("One more proof");
	await page.getByLabel("Code of the app").fill("12");
	await page.getByRole("button", { name: "Go on" }).click();
	await expect(page.getByRole("link", { name: "Enter the six digits" })).toBeVisible();
	const code = totpCode(secret, totpStep(new Date()));
	await page.getByLabel("Code of the app").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
	await page.getByRole("button", { name: "Go on" }).click();
	await expect(page).toHaveURL(/\/en\/review\?view=decided$/);
	await expect(heading(page)).toHaveText("Review");

	const other = await open({ as: user, isProven: false });
	await other.goto("/en/review");
	await other.getByLabel("Code of the app").fill(code);
	await other.getByRole("button", { name: "Go on" }).click();
	await expect(other.getByRole("link", { name: "already used" })).toBeVisible();
	await other.goto("/en/second-factor?returnTo=https://evil.example");
	await other.getByLabel("Code of the app").fill(totpCode(secret, totpStep(new Date()) + 1));
	await other.getByRole("button", { name: "Go on" }).click();
	await expect(other).toHaveURL(/\/en\/my\/account$/);
});

test("a passkey is made, proves the next sign-in, and the session list shows both", async ({
	open,
	server,
}) => {
	const user = await makeUser({ isAdmin: true });
	const page = await open({ as: user, isProven: false });
	await withSecurityKey(page);
	await page.goto("/en/admin/switches");
	await expect(heading(page)).toHaveText("Set up a second factor");
	await page.getByRole("button", { name: "Make a passkey" }).click();
	await expect(page.getByRole("status")).toHaveText("Your second factor is set up.");
	await page.getByRole("link", { name: "Not now" }).click();
	await expect(page).toHaveURL(/\/en\/admin\/switches$/);
	expect((await mailTo(user.email, "factorChanged")).text).toContain("passkey was added");

	await page.context().clearCookies();
	await signIn(page.context(), user, server, false);
	await page.goto("/en/review");
	await page.getByRole("button", { name: "Use a passkey" }).click();
	await expect(page).toHaveURL(/\/en\/review$/);
	await page.goto("/en/my/account");
	await expect(page.getByText(/^Passkey · Chrome on Linux/)).toBeVisible();
	const sessions = page.getByRole("region", { name: "Where you are signed in" });
	await expect(sessions.getByRole("listitem")).toHaveCount(2);
	await sessions.getByRole("button", { name: "Sign out", exact: true }).click();
	await expect(page.getByText("That device is signed out.")).toBeVisible();
	expect(await db.session.count({ where: { userId: user.id } })).toBe(1);
	await page.getByRole("button", { name: "Sign out everywhere" }).click();
	await expect(page).toHaveURL(/\/en$/);
	expect(await db.session.count({ where: { userId: user.id } })).toBe(0);
});

test("an admin helps somebody who has lost the device, after proving who they are once more", async ({
	open,
}) => {
	const lost = await makeUser({ countries: ["DE"] });
	await makeApp(lost);
	const admin = await makeUser({ isAdmin: true });
	const { secret } = await makeApp(admin);
	const theirs = await open({ as: lost });
	const page = await open({ as: admin });
	await db.session.updateMany({
		where: { userId: admin.id },
		data: { provenAt: new Date(Date.now() - 11 * 60_000) },
	});
	await theirs.goto("/en/review");
	await expect(heading(theirs)).toHaveText("Review");
	await page.goto("/en/review");
	await page.getByRole("link", { name: "Second factors" }).click();
	const row = page.getByRole("listitem").filter({ hasText: lost.email });
	await row.getByRole("link", { name: "Device lost" }).click();
	await expect(heading(page)).toHaveText("Prove that it is you");
	await page.getByLabel("Code of the app").fill(totpCode(secret, totpStep(new Date())));
	await page.getByRole("button", { name: "Go on" }).click();
	await page.getByRole("button", { name: "Take it away" }).click();
	await expect(page.getByText("It has been taken away")).toBeVisible();
	const self = page.getByRole("listitem").filter({ hasText: admin.email });
	await expect(self.getByRole("link")).toHaveCount(0);
	expect((await mailTo(lost.email, "factorChanged")).text).toContain("signed out everywhere");
	await theirs.goto("/en/review");
	await expect(theirs).toHaveURL(/\/en\/sign-in\?returnTo=/);
});

test("in the demonstration a newcomer finds the code at the top of the outbox", async ({
	open,
}) => {
	const user = await db.user.findUniqueOrThrow({ where: { email: COORDINATOR } });
	const page = await open({ as: user, isProven: false });
	await page.goto("/en/review");
	await expect(heading(page)).toHaveText("One more proof");
	await page.getByRole("main").getByRole("link", { name: "outbox" }).click();
	const codes = page.getByRole("region", { name: "Codes of the demonstration" });
	const code = await codes
		.locator("dt", { hasText: COORDINATOR })
		.locator("xpath=following-sibling::dd")
		.innerText();
	await page.goBack();
	await page.getByLabel("Code of the app").fill(code);
	await page.getByRole("button", { name: "Go on" }).click();
	await expect(page).toHaveURL(/\/en\/review$/);
});
