import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { db } from "@/lib/db/client";
import { DESK_PAGES, PUBLIC_PAGES } from "./support/pages";
import { COORDINATOR, ORGANISER } from "./support/people";
import { findPublicPath } from "./support/public-path";
import { test } from "./support/test";

const FOLDER = "docs/screenshots";
const SIZES = [
	{ width: 390, height: 844, deviceScaleFactor: 2 },
	{ width: 1280, height: 900, deviceScaleFactor: 1 },
];
/** What lies further down is more of the same. */
const MAX_HEIGHT = 2600;

const PICTURES = [
	{ name: "home", path: () => pathOf("home") },
	{ name: "list", path: () => pathOf("list") },
	{
		name: "event",
		path: () => findPublicPath({ isDemo: true, hasStartTime: true, country: "GB" }),
	},
	{ name: "form", path: () => pathOf("event form"), as: ORGANISER },
	{ name: "queue", path: () => pathOf("review queue"), as: COORDINATOR },
];

for (const { name, path, as } of PICTURES) {
	for (const { width, height, deviceScaleFactor } of SIZES) {
		test(`${name} at ${width} px`, async ({ open }) => {
			const user = as ? await db.user.findUniqueOrThrow({ where: { email: as } }) : undefined;
			const page = await open({
				as: user,
				viewport: { width, height },
				deviceScaleFactor,
				timezoneId: "Europe/Berlin",
				reducedMotion: "reduce",
			});
			await page.goto(`/en${await path()}`, { waitUntil: "networkidle" });
			await page.evaluate(() => document.fonts.ready);
			// A tall window rather than a long picture: what sticks to the edge of the window stays there.
			await page.setViewportSize({ width, height: Math.min(MAX_HEIGHT, await heightOf(page)) });
			const taken = await page.screenshot();
			mkdirSync(FOLDER, { recursive: true });
			await sharp(taken)
				.png({ palette: true, quality: 90, effort: 10 })
				.toFile(`${FOLDER}/${name}-${width}.png`);
		});
	}
}

function pathOf(name: string): Promise<string> | string {
	const page = [...PUBLIC_PAGES, ...DESK_PAGES].find((each) => each.name === name);
	if (!page) throw new Error(`support/pages.ts has no page ${name}`);
	return page.path();
}

function heightOf(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollHeight);
}
