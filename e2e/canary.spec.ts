import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { db } from "@/lib/db/client";
import { LOCALES } from "@/lib/text/languages";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { fillEventForm, submitForm, textsIn, waitUntilSaved } from "./support/event-form";
import { ask } from "./support/http";
import { expect, test } from "./support/test";

/** A word that stands nowhere else; each place it is typed into makes another one of it. */
const CANARY = `kanarya${randomUUID().replaceAll("-", "").slice(0, 12)}`;
/** The address that the draft's title would give. */
const SLUG = `${CANARY}-title-munich`;

const PROBES: Record<string, string>[] = [
	{},
	{ RSC: "1" },
	{ RSC: "1", "Next-Router-Prefetch": "1" },
	{ RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
];

test("what is typed into a draft and into an unapproved edit is nowhere in public", async ({
	open,
	server,
}) => {
	test.setTimeout(240_000);
	const organisation = await makeOrganisation();
	const page = await open({ as: organisation.owner });
	const draftId = await plantInDraft(page);
	// Public as part of the draft: that it is, shows nowhere.
	const content = { superEventId: draftId };
	const published = await makePublished({ organisation, content });
	const { season, slug } = await db.publishedEvent.findUniqueOrThrow({
		where: { id: published.eventId },
	});
	const picture = `${server.baseUrl}/og/en/${season}/${slug}.png`;
	const drawnBefore = await bytesOf(picture);
	await plantInEdit(page, published.eventId);

	// It is there to leak: the organiser sees it, and the database has it twice.
	await page.goto("/en/my");
	await expect(page.getByRole("link", { name: CANARY }).first()).toBeVisible();
	expect(await db.eventText.count({ where: { title: { contains: CANARY } } })).toBe(4);

	// Words in a picture cannot be searched for: it must not have changed, and the draft must have none.
	expect((await bytesOf(picture)).equals(drawnBefore)).toBe(true);
	expect((await ask(`${server.baseUrl}/og/en/2027/${SLUG}.png`)).status).toBe(404);

	const addresses = publicAddresses({ ids: [draftId, published.eventId], season, slug });
	const found: string[] = [];
	let asked = 0;
	for (const address of addresses) {
		const probes = /^\/(api|feeds|og|qr)\//.test(address) ? PROBES.slice(0, 1) : PROBES;
		for (const headers of probes) {
			asked += 1;
			const {
				status,
				headers: answered,
				body,
			} = await ask(`${server.baseUrl}${address}`, { headers });
			const text = `${JSON.stringify(answered)} ${body}`.toLowerCase().replaceAll(SLUG, "");
			// Who names the canary in an address reads it there again; what was typed goes on after it.
			const isNamed = address.includes(CANARY);
			if (status >= 500) found.push(`${address} answered ${status}`);
			if (text.includes(isNamed ? `${CANARY}-` : CANARY))
				found.push(`${address} ${JSON.stringify(headers)}`);
		}
	}
	const { id: pictureId } = await db.media.findFirstOrThrow({
		where: { organisationId: organisation.id },
	});
	for (const size of ["480", "960.webp", "1600.webp"]) {
		const path = `/media/${pictureId}/${size}`;
		expect((await ask(`${server.baseUrl}${path}`)).status, path).toBe(404);
		expect((await page.request.get(path)).status(), `${path} for its organiser`).toBe(200);
	}
	console.log(`${asked} public answers searched`);
	expect(found).toEqual([]);
});

async function bytesOf(address: string): Promise<Buffer> {
	const answer = await fetch(address, { cache: "no-store" });
	expect(answer.status).toBe(200);
	return Buffer.from(await answer.arrayBuffer());
}

async function plantInDraft(page: Page): Promise<string> {
	await page.goto("/en/my/events/new");
	await page.getByRole("button", { name: "Begin" }).click();
	await page.waitForURL(/\/edit$/);
	await fillEventForm(page, {
		type: "Ceremony",
		texts: {
			en: { title: `${CANARY}-title`, description: `${CANARY}-text` },
			az: { title: `${CANARY}-başlıq`, description: `${CANARY}-mətn` },
		},
		date: "2027-02-26",
		start: "19:00",
		end: "20:00",
		city: { typed: "Мюнхен", option: /Munich.*Germany/s, zone: "Europe/Berlin" },
		venue: `${CANARY}-venue`,
		address: `${CANARY}-address`,
		contact: `${CANARY}-contact`,
	});
	await plantPicture(page);
	await waitUntilSaved(page);
	return page.url().split("/").at(-2) ?? "";
}

async function plantPicture(page: Page): Promise<void> {
	const grey = { r: 120, g: 120, b: 120 };
	const buffer = await sharp({ create: { width: 800, height: 500, channels: 3, background: grey } })
		.png()
		.toBuffer();
	const file = { name: `${CANARY}-file.png`, mimeType: "image/png", buffer };
	await page.getByLabel("Choose a picture").setInputFiles(file);
	await expect(page.getByRole("img", { name: "Picture 1" })).toBeVisible();
	await page.getByLabel(/^What can be seen, in English/).fill(`${CANARY}-alt`);
	await page.getByLabel(/^What can be seen, in Azerbaijani/).fill(`${CANARY}-alt-az`);
	await page.getByLabel("Photographer or source").fill(`${CANARY}-credit`);
	await page.getByLabel("What others may do with it").selectOption("own-work");
}

async function plantInEdit(page: Page, eventId: string): Promise<void> {
	await page.goto(`/en/my/events/${eventId}/edit`);
	await textsIn(page, "en").getByLabel("Title").fill(`${CANARY}-edited`);
	await textsIn(page, "en").getByLabel("Description").fill(`${CANARY}-edited-text`);
	await page.getByLabel("Venue").fill(`${CANARY}-edited-venue`);
	await page.getByLabel("Add a language").selectOption({ label: "German" });
	await page.getByRole("button", { name: "Add", exact: true }).click();
	await textsIn(page, "de").getByLabel("Title").fill(`${CANARY}-bearbeitet`);
	await submitForm(page);
}

function publicAddresses(event: { ids: string[]; season: number | null; slug: string }): string[] {
	const path = `/events/${event.season ?? "undated"}/${event.slug}`;
	const pages = LOCALES.flatMap((locale) => [
		`/${locale}`,
		`/${locale}/events`,
		`/${locale}/events?season=2027&country=DE`,
		`/${locale}/events?q=${CANARY}&season=all`,
		`/${locale}${path}`,
		`/${locale}${path}.ics`,
		...event.ids.map((id) => `/${locale}/events/2027/${id}`),
		`/og/${locale}.png`,
		`/og/${locale}${path.replace("/events", "")}.png`,
		`/og/${locale}/2027/${SLUG}.png`,
		`/qr/${locale}/2027/${SLUG}.svg`,
		`/${locale}/events/2027/${SLUG}`,
		`/${locale}/countries`,
		`/${locale}/countries/de`,
		`/${locale}/countries/de/berlin-2950159`,
		`/${locale}/organisers`,
		`/${locale}/archive/2027`,
	]);
	const machine = [
		"/feeds/calendar.ics",
		"/feeds/calendar.ics?country=DE",
		`/feeds/calendar.ics?q=${CANARY}`,
		"/api/v1/events?limit=100",
		"/api/v1/events?season=2027&country=DE&limit=100",
		`/api/v1/events?q=${CANARY}`,
		...event.ids.map((id) => `/api/v1/events/${id}`),
		`/api/v1/cities?q=${CANARY.slice(0, 20)}`,
		"/api/v1/openapi.json",
		"/sitemap.xml",
		"/sitemap/events-0.xml",
		"/robots.txt",
	];
	return [...pages, ...machine];
}
