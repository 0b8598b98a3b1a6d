import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { LOCALES } from "@/lib/text/languages";
import { DESK_PAGES, PUBLIC_PAGES } from "./support/pages";
import { ORGANISER } from "./support/people";
import { expect, test } from "./support/test";

/**
 * Each page is read in one language and one scheme, all of them in turn, and measured from right to left too; what
 * most visitors see is read in both directions and both schemes, and the organisers' desk in English on a wide screen
 * and in Azerbaijani and Arabic on a phone. `AXE=all` reads every page in all of them.
 */
const SCHEMES = ["light", "dark"] as const;
const NARROW = [390, 320] as const;
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

const pages = [...PUBLIC_PAGES, ...DESK_PAGES];
for (const [number, { name, path, as, isMain, status = 200 }] of pages.entries()) {
	const one = LOCALES[number % LOCALES.length] ?? "en";
	const isWhole = isMain || process.env.AXE === "all";
	const isOrganisers = as === ORGANISER;
	const some = isOrganisers ? (["en", "az", "ar"] as const) : [one, "ar" as const];
	const languages = new Set(process.env.AXE === "all" ? LOCALES : some);
	const isRead = (language: string) => isWhole || isOrganisers || language === one;
	const schemes = isWhole ? SCHEMES : [SCHEMES[Math.floor(number / LOCALES.length) % 2] ?? "light"];
	test(`${name}: accessible, fits a narrow screen, nothing on the console`, async ({
		stay,
		faults,
	}) => {
		if (status !== 200) faults.allow(/status of 404/);
		const user = as ? await db.user.findUniqueOrThrow({ where: { email: as } }) : undefined;
		const page = await stay(user);
		const address = await path();
		for (const language of languages) {
			await page.setViewportSize(isOrganisers && language !== "en" ? PHONE : WIDE);
			const answer = await page.goto(`/${language}${address}`);
			expect(answer?.status()).toBe(status);
			await expect(page.locator("html")).toHaveAttribute("lang", language);
			await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
			await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
			for (const colorScheme of isRead(language) ? schemes : []) {
				await page.emulateMedia({ colorScheme });
				await expectAccessible(page, `${language}, ${colorScheme}`);
			}
			await expectToFit(page, language);
		}
	});
}

async function expectAccessible(page: Page, about: string): Promise<void> {
	// The other mode opens a page more for each scan, for the sake of foreign frames, which we have none of.
	const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
	const { violations } = await axe.analyze();
	const found = violations.map(({ id, help, nodes }) => ({
		id,
		help,
		at: nodes
			.slice(0, 3)
			.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? node.html}`),
	}));
	expect(found, about).toEqual([]);
}

async function expectToFit(page: Page, language: string): Promise<void> {
	for (const width of NARROW) {
		await page.setViewportSize({ width, height: 844 });
		const overflow = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth - clientWidth;
		});
		expect(overflow, `${language}: pixels beyond the edge at ${width}`).toBe(0);
	}
}
