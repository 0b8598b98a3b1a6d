import { totpCode, totpStep } from "@/lib/accounts/totp";
import { makeUser } from "@/prisma/factories/people";
import { expect, signIn, test } from "./support/test";

test("on a phone a coordinator sets an app up, keeps the recovery codes and gets in with one", async ({
	open,
	server,
}) => {
	const user = await makeUser({ countries: ["DE"] });
	const page = await open({ as: user, isProven: false });
	await page.goto("/en/review");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up a second factor");
	await page.getByRole("button", { name: "Set up an app" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up an authenticator app");
	const key = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText();
	const secret = key.replaceAll(" ", "");
	await page.getByLabel("Code of the app").fill(totpCode(secret, totpStep(new Date())));
	await page.getByRole("button", { name: "Confirm" }).click();
	await expect(page.getByText("Your second factor is set up.")).toBeVisible();
	await page.getByRole("button", { name: "Make recovery codes" }).click();
	const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
	await expect(codes).toHaveCount(10);
	const code = await codes.first().innerText();
	const file = await page.getByRole("link", { name: "Download" }).getAttribute("href");
	expect(decodeURIComponent(file ?? "")).toContain(code);
	await page.getByRole("link", { name: "I have kept them, go on" }).click();
	await expect(page).toHaveURL(/\/en\/review$/);

	await signIn(page.context(), user, server, false);
	await page.goto("/en/review");
	await page.getByText("You do not have your device?").click();
	await page.getByLabel("Recovery code").fill(code.toLowerCase());
	await page.getByRole("button", { name: "Use the recovery code" }).click();
	await expect(page).toHaveURL(/\/en\/review$/);
	await page.goto("/en/my/account");
	await expect(page.getByText("9 recovery codes left")).toBeVisible();
});
