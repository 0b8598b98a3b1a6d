import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser, makeViewer } from "@/prisma/factories/people";
import { decideOn, submitForm } from "./support/event-form";
import { linkIn, mailTo } from "./support/mails";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";

test("on a phone a look-alike name is held, an admin releases it, and its organiser is told and goes on", async ({
	open,
}) => {
	test.setTimeout(240_000);
	const token = randomUUID().slice(0, 8);
	const verified = await makeOrganisation({ country: "EE", name: `Society ${token}` });
	await db.organisation.update({
		where: { id: verified.id },
		data: { verifiedAt: new Date(), verifiedBy: "coordinator", verifiedWith: "EE" },
	});
	// The first letter is Cyrillic.
	const name = `Ѕociety ${token}`;
	const person = await makeUser();
	const page = await open({ as: person });
	const coordinator = await open({ as: await makeUser({ countries: ["EE"] }) });
	const admin = await open({ as: await makeUser({ isAdmin: true }) });

	const organisationId = await test.step("made, it is held, and its owner reads why", async () => {
		await page.goto("/en/my/organisations/new");
		await page.getByLabel("Name").fill(name);
		await page.getByRole("radio", { name: "Diaspora association" }).check();
		await page.getByLabel("Country").selectOption({ label: "Estonia" });
		await page.getByRole("button", { name: "Create the organisation" }).tap();
		await page.waitForURL(/\/my\/events\/new\?organisation=/);
		await expect(page.getByText("A name looks like a verified organisation’s")).toBeVisible();
		await requireSound(page);
		const { id } = await db.organisation.findFirstOrThrow({ where: { name } });
		await page.goto(`/en/my/organisations/${id}`);
		await expect(page.getByText("A name looks like a verified organisation’s")).toBeVisible();
		await expect(page.getByText("You can go on preparing events.")).toBeVisible();
		await requireSound(page);
		return id;
	});
	const organisation = {
		id: organisationId,
		slug: "",
		name,
		country: "EE",
		owner: await makeViewer(person),
	};

	const eventId = await test.step("its event cannot be approved", async () => {
		const draft = await makeDraft({ organisation });
		await page.goto(`/en/my/events/${draft.eventId}/edit`);
		await submitForm(page);
		await coordinator.goto(`/en/review/${draft.eventId}`);
		await expect(coordinator.getByText("Held: nothing can be published")).toBeVisible();
		return draft.eventId;
	});

	await test.step("an admin compares the names and releases it", async () => {
		await admin.goto("/en/admin/organisations");
		await admin.getByRole("link", { name }).tap();
		await expect(admin.getByText("Held: the name looks like a verified one")).toBeVisible();
		await expect(admin.getByText(`Society ${token} · Estonia · Verified`)).toBeVisible();
		await requireSound(admin);
		await admin.getByRole("button", { name: "Release" }).tap();
		await expect(admin.getByRole("status")).toContainText("The organisation is released");
	});

	await test.step("the organiser is mailed, sees it, and the event becomes public", async () => {
		const mail = await mailTo(person.email, "organisationReleased");
		expect(mail.text).toContain(name);
		await page.goto(linkIn(mail));
		await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
		await expect(page.getByText("A name looks like a verified organisation’s")).toHaveCount(0);
		await decideOn(coordinator, eventId, "Approve");
		expect(await db.publishedEvent.count({ where: { id: eventId } })).toBe(1);
	});
});
