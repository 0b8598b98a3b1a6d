import { makeDraft, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

for (const [device, width] of [
	["desk", 1280],
	["phone", 390],
] as const)
	test(`a coordinator reads the figures of their country and takes them along: ${device}`, async ({
		open,
		faults,
	}) => {
		faults.allow(/status of 404/);
		const organisation = await makeOrganisation({ country: "LV" });
		const content = { startDate: "2028-02-26" };
		await makeSubmitted({ organisation, content });
		await makeDraft({ organisation, content });
		const page = await open({
			as: await makeUser({ countries: ["LV"] }),
			viewport: { width, height: 844 },
		});

		await test.step("they are on the desk, for the season that is chosen", async () => {
			await page.goto("/en/review");
			await page
				.getByRole("navigation", { name: "Review and administration" })
				.getByRole("link", { name: "Figures" })
				.click();
			await expect(page.getByRole("heading", { level: 1 })).toHaveText("Figures");
			await page.getByLabel("Season", { exact: true }).selectOption("2028");
			await page.getByRole("button", { name: "Show" }).click();
			await expect(page).toHaveURL(/season=2028/);
			await expect(page.getByText("36th anniversary")).toBeVisible();
			await expect(page.getByText("Counted: Latvia.")).toBeVisible();
		});

		await test.step("the table says what waits, by country too", async () => {
			const countries = page.getByRole("table", { name: "By country" });
			await expect(countries.getByRole("rowheader")).toHaveText(["Latvia"]);
			const waiting = page
				.getByRole("table", { name: "Submissions and decisions" })
				.getByRole("row", { name: "Waiting now" });
			await expect(waiting.getByRole("cell").first()).toContainText(device === "desk" ? "1" : "2");
		});

		await test.step("the same as a file", async () => {
			const download = page.waitForEvent("download");
			await page.getByRole("link", { name: "Download as CSV" }).click();
			expect((await download).suggestedFilename()).toBe("figures-2028.csv");
		});

		await test.step("and on paper", async () => {
			await page.getByRole("link", { name: "Season report" }).click();
			await expect(page.getByRole("heading", { level: 1 })).toHaveText("Report of the season 2028");
			await expect(page.getByText("No event of this season is public.")).toBeVisible();
			await page.emulateMedia({ media: "print" });
			await expect(page.getByRole("navigation")).toHaveCount(0);
			await expect(page.getByRole("heading", { name: "How this is counted" })).toBeVisible();
		});

		await test.step("for others there are none", async () => {
			const other = await open({ as: await makeUser() });
			for (const path of ["", "/report", "/csv"]) {
				const answer = await other.request.get(`/en/admin/figures${path}?season=2028`);
				expect(answer.status()).toBe(404);
			}
		});
	});
