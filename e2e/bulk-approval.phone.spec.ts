import { db } from "@/lib/db/client";
import { makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

/** Nothing of the seed waits in this country. */
const COUNTRY = "BR";

test("on a phone two of three are chosen with a finger, and approved", async ({ open }) => {
	const organisation = await makeOrganisation({ country: COUNTRY });
	await db.organisation.update({
		where: { id: organisation.id },
		data: { verifiedAt: new Date(), isLookAlike: false },
	});
	for (const title of ["First", "Second", "Third"])
		await makeSubmitted({
			organisation,
			content: { texts: { en: { title, description: title } } },
		});
	const page = await open({ as: await makeUser({ countries: [COUNTRY] }) });
	await page.goto("/en/review");
	for (const title of ["First", "Third"])
		await page.getByRole("checkbox", { name: `Choose: ${title}` }).tap();
	await expect(page).toHaveURL(/\/en\/review$/);
	await page.getByRole("button", { name: "To the chosen ones" }).tap();
	await page.getByText("Read the text").first().tap();
	const overflow = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});
	expect(overflow).toBe(0);
	await page.getByRole("button", { name: "Approve 2 submissions" }).tap();
	await expect(page.getByText("2 of 2 approved")).toBeVisible();
	expect(
		await db.publishedEvent.count({
			where: { organisers: { some: { organisationId: organisation.id } } },
		}),
	).toBe(2);
});
