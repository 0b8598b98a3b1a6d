import { totpCode, totpStep } from "@/lib/accounts/totp";
import { db } from "@/lib/db/client";
import { edit, makeSubmitted, submitAgain } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { makeApp } from "@/prisma/factories/sessions";
import { mailsTo } from "./support/mails";
import { expect, test } from "./support/test";

async function scene(country: string) {
	const organisation = await makeOrganisation({ country });
	await db.organisation.update({
		where: { id: organisation.id },
		data: { verifiedAt: new Date(), isLookAlike: false },
	});
	const coordinator = await makeUser({ countries: [country] });
	const { secret } = await makeApp(coordinator);
	return { organisation, coordinator, secret };
}

function titled(organisation: MadeOrganisation, title: string) {
	return makeSubmitted({ organisation, content: { texts: { en: { title, description: title } } } });
}

for (const hasScript of [true, false]) {
	test(`several are approved in one go after a fresh proof, ${hasScript ? "by keyboard" : "without script"}`, async ({
		open,
	}) => {
		const { organisation, coordinator, secret } = await scene(hasScript ? "CU" : "PT");
		const word = hasScript ? "Quick" : "Plain";
		const names = [`${word} one`, `${word} two`, `${word} three`];
		const events = [];
		for (const name of names) events.push(await titled(organisation, name));
		const page = await open({ as: coordinator, javaScriptEnabled: hasScript });
		await db.session.updateMany({
			where: { userId: coordinator.id },
			data: { provenAt: new Date(Date.now() - 3_600_000) },
		});
		await page.goto("/en/review");
		for (const name of names) {
			const box = page.getByRole("checkbox", { name: `Choose: ${name}` });
			await box.focus();
			await page.keyboard.press("Space");
			await expect(box).toBeChecked();
		}
		await page.getByRole("button", { name: "To the chosen ones" }).focus();
		await page.keyboard.press("Enter");
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Prove that it is you");
		await page.getByLabel("Code of the app").fill(totpCode(secret, totpStep(new Date())));
		await page.getByRole("button", { name: "Go on" }).click();
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Approve several");
		const changed = events[1];
		if (!changed) throw new Error("three were made");
		const texts = { en: { title: names[1] ?? "", description: "Changed" } };
		await submitAgain(await edit(changed, { venueName: "Another hall", texts }));
		await page.getByRole("button", { name: "Approve 3 submissions" }).click();
		const result = page.getByRole("status").filter({ hasText: "2 of 3 approved" });
		await expect(result.getByRole("listitem")).toHaveCount(3);
		await expect(result.getByRole("listitem").filter({ hasText: names[1] ?? "" })).toContainText(
			"changed meanwhile",
		);
		const states = await db.event.groupBy({
			by: ["state"],
			where: { organisationId: organisation.id },
			_count: { _all: true },
			orderBy: { state: "asc" },
		});
		expect(states.map(({ state, _count }) => [state, _count._all])).toEqual([
			["submitted", 1],
			["approved", 2],
		]);
		await expect
			.poll(async () => {
				const mails = await mailsTo(organisation.owner.email);
				return mails.filter(({ template }) => template === "eventApproved").length;
			})
			.toBe(2);
		await page.getByRole("link", { name: "Back to the queue" }).click();
		await expect(page.getByRole("checkbox", { name: "Choose:" })).toHaveCount(1);
	});
}
