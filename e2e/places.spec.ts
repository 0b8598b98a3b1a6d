import type { Page } from "@playwright/test";
import { invalidateTags, organiserTag } from "@/lib/calendar/tags";
import { db, inTransaction } from "@/lib/db/client";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import {
	decideOn,
	edit,
	type MadeEvent,
	makePublished,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { type Answer, ask } from "./support/http";
import { tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

/** How long a change may take to show in public. */
const PROMISED_MS = 2_000;
const BERLIN = 2_950_159;

test("from home to a country, a city, an event and its organiser, and back, by keyboard alone", async ({
	page,
}) => {
	test.setTimeout(120_000);
	const { title, organiser, path } = await coming(BERLIN);
	await page.goto("/en");
	await tabTo(page, "Germany");
	await go(page, /\/en\/countries\/de$/, "Germany");
	await tabTo(page, "Berlin");
	await go(page, /\/en\/countries\/de\/berlin-2950159$/, "Berlin");
	await expect(page.getByText("26 February begins here on 25 February")).toBeVisible();
	await tabTo(page, title);
	await go(page, new RegExp(`/en${path}$`), title);
	await tabTo(page, organiser.name);
	await go(page, new RegExp(`/en/organisers/${organiser.slug}$`), organiser.name);
	await expect(page.getByRole("heading", { name: "Can I rely on this name?" })).toBeVisible();
	await tabTo(page, "Germany");
	await go(page, /\/en\/countries\/de$/, "Germany");
	await tabTo(page, "Countries");
	await go(page, /\/en\/countries$/, "Countries");
	await tabTo(page, "Home");
	await go(page, /\/en$/, /World Calendar/);
});

async function go(page: Page, address: RegExp, heading: string | RegExp): Promise<void> {
	await page.keyboard.press("Enter");
	await page.waitForURL(address);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
}

/** The next event of a city, as its page shows it first. */
async function coming(cityGeonameId: number) {
	const event = await db.publishedEvent.findFirstOrThrow({
		where: { cityGeonameId, startsAtUtc: { gt: new Date() }, visibility: "public" },
		orderBy: { sortAt: "asc" },
		include: { texts: true, organisers: { orderBy: { position: "asc" } } },
	});
	const [organiser] = event.organisers;
	const text = event.texts.find(({ locale }) => locale === "en");
	if (!organiser || !text) throw new Error("the demonstration's event has both");
	return { title: text.title, organiser, path: `/events/${event.season}/${event.slug}` };
}

test("without script a country, a city and the archive say all but the time of the day", async ({
	open,
}) => {
	const page = await open({ javaScriptEnabled: false });
	await page.goto("/az/countries/de");
	await page
		.getByRole("main")
		.getByRole("link", { name: /^Berlin \d/ })
		.click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Berlin");
	await expect(page.getByText("UTC+01:00").first()).toBeVisible();
	await expect(page.getByText("İndi:")).toHaveCount(0);
	await page.goto("/az/archive");
	await page.getByRole("main").getByRole("link", { name: "2020", exact: true }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("2020-ci il");
	await expect(page.getByText("28-ci ildönümü").first()).toBeVisible();
});

test("an event that moves takes its visitors along, from every address that it had", async ({
	server,
}) => {
	test.setTimeout(120_000);
	const get = (path: string) => ask(`${server.baseUrl}${path}`);
	const reviewer = await makeAdmin();
	const texts = { en: { title: "Requiem that moves", description: "" } };
	const move = async (event: MadeEvent, startDate: string) =>
		decideOn(await submitAgain(await edit(event, { startDate, texts })), reviewer, "approve");

	let event = await makePublished({ reviewer, content: { startDate: "2027-02-26", texts } });
	const slug = (await publishedRow(event.eventId))?.slug;
	expect((await get(`/az/events/2027/${slug}`)).status).toBe(200);
	expect((await get(`/az/events/2028/${slug}`)).status).toBe(404);

	event = await move(event, "2028-02-26");
	await expect
		.poll(() => leadsTo(get(`/az/events/2027/${slug}`)), { timeout: PROMISED_MS })
		.toBe(`/az/events/2028/${slug}`);
	expect(await leadsTo(get(`/ar/events/2027/${slug}.ics`))).toBe(`/ar/events/2028/${slug}.ics`);
	await expect.poll(async () => (await get(`/az/events/2028/${slug}`)).status).toBe(200);

	// The redirects that were cached must follow.
	event = await move(event, "2026-02-26");
	for (const season of [2027, 2028]) {
		await expect
			.poll(() => leadsTo(get(`/az/events/${season}/${slug}`)), { timeout: PROMISED_MS })
			.toBe(`/az/events/2026/${slug}`);
	}

	const { eventId, eventVersion, author, now } = event;
	await inTransaction((tx) => withdrawEvent(tx, author, { eventId, eventVersion, now }));
	for (const season of [2026, 2027, 2028]) {
		await expect
			.poll(async () => (await get(`/az/events/${season}/${slug}`)).status, {
				timeout: PROMISED_MS,
			})
			.toBe(404);
		expect((await get(`/az/events/${season}/${slug}.ics`)).status).toBe(410);
	}
});

/** Path of a permanent redirect, or the status where it is none. */
async function leadsTo(asked: Promise<Answer>): Promise<string> {
	const { status, headers } = await asked;
	if (status !== 308) return String(status);
	return new URL(headers.location ?? "", "http://localhost").pathname;
}

test("an organiser is found by the name that its address had before", async ({ server }) => {
	const get = (path: string) => ask(`${server.baseUrl}${path}`);
	const organisation = await makeOrganisation({ name: "Society of the new name" });
	await makePublished({ organisation });
	expect((await get("/de/organisers/society-of-the-old-name")).status).toBe(404);
	await inTransaction(async (tx) => {
		await tx.formerOrganisationSlug.create({
			data: { slug: "society-of-the-old-name", organisationId: organisation.id },
		});
		await invalidateTags(tx, [organiserTag("society-of-the-old-name")]);
	});
	await expect
		.poll(() => leadsTo(get("/de/organisers/society-of-the-old-name")), { timeout: PROMISED_MS })
		.toBe("/de/organisers/society-of-the-new-name");
});

test("places have one address each, and others lead there", async ({ server }) => {
	for (const [path, target] of [
		["/fr/countries/DE", "/fr/countries/de"],
		["/fr/countries/de/berlino-2950159", "/fr/countries/de/berlin-2950159"],
		["/fr/countries/at/berlin-2950159", "/fr/countries/de/berlin-2950159"],
		["/fr/countries/de/2950159", "/fr/countries/de/berlin-2950159"],
	] as const) {
		expect(await leadsTo(ask(`${server.baseUrl}${path}`)), path).toBe(target);
	}
});

test("search engines find every page by robots.txt and the sitemap", async ({ server }) => {
	const robots = await ask(`${server.baseUrl}/robots.txt`);
	expect(robots.body).toContain("Disallow: /*/my");
	const [, sitemap = ""] = /^Sitemap: (.*)$/m.exec(robots.body) ?? [];
	const index = await ask(sitemap);
	const files = [...index.body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address);
	const pages: string[] = [];
	for (const file of files) {
		const { status, body } = await ask(file);
		expect(status, file).toBe(200);
		pages.push(...[...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address));
	}
	for (const path of [
		"/countries",
		"/countries/fj",
		"/countries/de/berlin-2950159",
		"/organisers/embassy-of-azerbaijan-in-germany",
		"/archive/2020",
		"/archive/undated",
	]) {
		expect(pages).toContain(`${server.baseUrl}/tr${path}`);
	}
	expect(pages.filter((page) => page.includes("/ar/events/2")).length).toBe(
		await db.publishedEvent.count({
			where: { visibility: "public", isDemo: false, season: { not: null } },
		}),
	);
	expect(pages.join("\n")).not.toContain("not-stated");
	expect(await db.publishedOrganiser.count({ where: { slug: { contains: "not-stated" } } })).toBe(
		0,
	);
});
