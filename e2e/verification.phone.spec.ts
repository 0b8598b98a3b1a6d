import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { linkIn, mailTo } from "./support/mails";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";

test("on a phone a mailbox on an official domain answers, one admin vouches, and another one gives the badge", async ({
	open,
}) => {
	test.setTimeout(240_000);
	const domain = `ministry-${randomUUID().slice(0, 8)}.example.org`;
	const organisation = await makeOrganisation({ country: "EE", name: `Mission ${randomUUID()}` });
	await makePublished({ organisation });
	const mailbox = `tallinn@${domain}`;
	const desk = `/en/admin/organisations/${organisation.id}`;
	const first = await open({ as: await makeUser({ isAdmin: true }) });
	const second = await open({ as: await makeUser({ isAdmin: true }) });
	const owner = await open({ as: organisation.owner });

	await test.step("an admin lists the domain", async () => {
		await first.goto("/en/admin/organisations/domains");
		await first.getByLabel("Domain", { exact: true }).fill(domain);
		await first.getByLabel("Whose it is").fill("A ministry");
		await first.getByRole("button", { name: "List the domain" }).tap();
		await expect(first.getByRole("status")).toContainText("The domain is listed");
	});

	await test.step("a mailbox elsewhere is refused beside its field, and what was typed stays", async () => {
		await owner.goto(`/en/my/organisations/${organisation.id}`);
		await owner.getByText("Ask for the badge").tap();
		await owner.getByRole("radio", { name: "By an official mailbox" }).check();
		await owner.getByRole("textbox", { name: "Mailbox" }).fill(`tallinn@not-${domain}`);
		await owner.getByRole("button", { name: "Send the request" }).tap();
		await expect(owner.locator("#mailbox-error")).toBeVisible();
		await expect(owner.getByRole("textbox", { name: "Mailbox" })).toHaveValue(
			`tallinn@not-${domain}`,
		);
	});

	await test.step("the mailbox gets a link, and whoever reads it confirms without an account", async () => {
		await owner.getByRole("textbox", { name: "Mailbox" }).fill(mailbox);
		await owner.getByRole("button", { name: "Send the request" }).tap();
		await expect(owner.getByRole("status")).toContainText("on its way to the mailbox");
		await first.goto(desk);
		await expect(first.getByText(`${mailbox} (${domain}) has not answered yet.`)).toBeVisible();
		await expect(first.getByRole("button", { name: "Vouch for this organisation" })).toHaveCount(0);

		const mail = await mailTo(mailbox, "mailboxProof");
		expect(mail.text).toContain(organisation.name);
		const reader = await open();
		await reader.goto(linkIn(mail));
		await requireSound(reader);
		await reader.getByRole("button", { name: "Yes, confirm" }).tap();
		await expect(reader).toHaveURL(/done=1/);
		await owner.goto(`/en/my/organisations/${organisation.id}`);
		await expect(owner.getByText(`${mailbox} has confirmed.`)).toBeVisible();
	});

	await test.step("whoever vouched does not give the badge; a second admin does", async () => {
		await first.goto(desk);
		await requireSound(first);
		await first.getByRole("button", { name: "Vouch for this organisation" }).tap();
		await expect(first.getByRole("status")).toContainText("Another person has to confirm");
		const confirm = "Confirm and give the badge";
		await expect(first.getByRole("button", { name: confirm })).toHaveCount(0);
		await second.goto(desk);
		await second.getByRole("button", { name: confirm }).tap();
		await expect(second.getByRole("status")).toContainText("The organisation is verified");
		const mail = await mailTo(organisation.owner.email, "organisationVerified");
		expect(mail.subject).toContain(organisation.name);
	});

	await test.step("the public reads since when, and what it rests on, and not which mailbox", async () => {
		const { verifiedAt } = await db.organisation.findUniqueOrThrow({
			where: { id: organisation.id },
		});
		const year = String(verifiedAt?.getUTCFullYear());
		const visitor = await open();
		await visitor.goto(`/en/organisers/${organisation.slug}`);
		await expect(visitor.getByText("Verified on", { exact: false }).first()).toContainText(year);
		await expect(
			visitor.getByText(`Confirmed by a mailbox of the official domain ${domain}.`),
		).toBeVisible();
		await expect(visitor.getByText(mailbox)).toHaveCount(0);
		await requireSound(visitor);
		await visitor.goto(`/ar/organisers/${organisation.slug}`);
		await expect(visitor.getByText(domain, { exact: false }).first()).toBeVisible();
		await requireSound(visitor);
	});
});
