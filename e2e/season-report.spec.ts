import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

/** A season of which sources tell, long over. */
const SEASON = 2020;
/** What the margins leave of the width of A4, in CSS pixels. */
const PAPER_WIDTH = Math.floor(((210 - 28) / 25.4) * 96);

for (const [locale, direction] of [
	["en", "ltr"],
	["ar", "rtl"],
] as const)
	test(`the report of a season on paper has every public event, whole and without navigation: ${locale}`, async ({
		open,
	}, info) => {
		const page = await open({
			as: await makeUser({ isAdmin: true }),
			viewport: { width: PAPER_WIDTH, height: 1000 },
		});
		await page.goto(`/${locale}/admin/figures/report?season=${SEASON}`);
		await page.emulateMedia({ media: "print" });
		await expect(page.locator("html")).toHaveAttribute("dir", direction);

		await test.step("its rows are those of the database", async () => {
			const expected = await publishedBy(locale);
			expect(expected.size).toBeGreaterThan(5);
			const shown = await tablesOf(page);
			for (const [country, titles] of expected)
				expect(shown.filter(({ caption }) => caption === country)).toEqual([
					{ caption: country, titles },
				]);
			const events = [...expected.values()].flat().length;
			expect(shown.flatMap(({ titles }) => titles)).toHaveLength(events);
		});

		await test.step("nothing is cut, and there is nothing to press", async () => {
			await expect(page.getByRole("navigation")).toHaveCount(0);
			await expect(page.getByRole("button")).toHaveCount(0);
			expect(await cutOff(page)).toEqual([]);
		});

		await test.step("its pages are of one kind", async () => {
			const pdf = await page.pdf({
				path: info.outputPath(`season-${locale}.pdf`),
				preferCSSPageSize: true,
			});
			const sizes = pdf.toString("latin1").match(/\/MediaBox ?\[[^\]]+\]/g) ?? [];
			expect(sizes.length).toBeGreaterThan(3);
			// Another size would be a sheet of the header's or the footer's own.
			expect(new Set(sizes).size).toBe(1);
		});
	});

/** The titles of the season's public events by the name of their country, each in the order of their days. */
async function publishedBy(locale: string): Promise<Map<string, string[]>> {
	const rows = await db.publishedEvent.findMany({
		where: { season: SEASON, visibility: "public", isDemo: false },
		orderBy: [{ sortAt: "asc" }, { id: "asc" }],
		select: {
			country: true,
			texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
		},
	});
	const byCountry = new Map<string, string[]>();
	for (const { country, texts } of rows) {
		const name = countryName(country, locale);
		const title = bestText(texts, locale)?.text.title ?? "";
		byCountry.set(name, [...(byCountry.get(name) ?? []), title]);
	}
	return byCountry;
}

/** The tables of events: those whose rows are named by a link. */
async function tablesOf(page: Page): Promise<{ caption: string; titles: string[] }[]> {
	const tables = await page.getByRole("table").evaluateAll((found) =>
		found.map((table) => ({
			caption: table.querySelector("caption")?.textContent?.trim() ?? "",
			titles: [...table.querySelectorAll("tbody th a")].map((link) => link.textContent ?? ""),
		})),
	);
	return tables.filter(({ titles }) => titles.length > 0);
}

/** What of the page's words and rows sticks out of the paper, or is hidden in a box that is too small. */
async function cutOff(page: Page): Promise<string[]> {
	return page.locator("main").evaluate((main) => {
		const width = document.documentElement.clientWidth;
		const visible = [...main.querySelectorAll<HTMLElement>("p, td, th, h1, h2, dd, dt, caption")];
		return visible
			.filter((each) => each.offsetParent !== null && !each.closest(".sr-only"))
			.filter((each) => {
				const { left, right } = each.getBoundingClientRect();
				return left < -1 || right > width + 1 || each.scrollWidth > each.clientWidth + 1;
			})
			.map((each) => `${each.tagName} ${each.textContent?.slice(0, 60)}`);
	});
}
