import { makePublished } from "@/prisma/factories/events";
import { type Answer, ask } from "./support/http";
import { expect, test } from "./support/test";

const GERMAN_CONCERTS = "/en/events?country=DE&type=concert";

test("one selection is one cached page, however it is asked for", async ({ server }) => {
	const get = (path: string, headers = {}) => ask(`${server.baseUrl}${path}`, { headers });
	const first = await get(GERMAN_CONCERTS);
	expectShared(first, GERMAN_CONCERTS);
	expect(first.body).toContain("Germany");
	for (const path of [
		GERMAN_CONCERTS,
		"/en/events?type=concert&country=DE",
		"/en/events?utm_source=mail&type=concert&country=DE&view=list&fbclid=1",
	]) {
		const answer = await get(path);
		expectShared(answer, path);
		expect(answer.headers.etag, path).toBe(first.headers.etag);
		expect(answer.headers["x-nextjs-cache"], path).toBe("HIT");
	}
	const repeated = await get(GERMAN_CONCERTS, { "If-None-Match": first.headers.etag });
	expect(repeated).toMatchObject({ status: 304, body: "" });

	const bare = await get("/en/events");
	expectShared(bare, "bare list");
	expect(bare.headers.etag).not.toBe(first.headers.etag);
	const campaign = await get("/en/events?utm_source=mail&fbclid=1");
	expect(campaign.headers.etag).toBe(bare.headers.etag);
});

function expectShared({ status, headers }: Answer, about: string): void {
	expect(status, about).toBe(200);
	expect(headers["cache-control"], about).toMatch(/public.*s-maxage=\d+.*stale-if-error/);
	expect(headers["content-security-policy"], about).toMatch(/script-src 'self' 'sha256-/);
	expect(headers["content-security-policy"], about).not.toContain("nonce-");
	expect(headers["set-cookie"], about).toBeUndefined();
}

test("a selection's inner path is no page of its own", async ({ server }) => {
	const inner = Buffer.from("country=DE").toString("base64url");
	const probes: Record<string, string>[] = [{}, { RSC: "1" }];
	for (const [path, target] of [
		[`/en/events/selection/${inner}`, "/en/events?country=DE"],
		["/en/events/selection/2027", "/en/events"],
		["/en/events/selection", "/en/events"],
	]) {
		for (const headers of probes) {
			const answer = await ask(`${server.baseUrl}${path}`, { headers });
			expect(answer.status, path).toBe(308);
			expect(answer.headers.location, path).toBe(target);
		}
	}
});

test("what is published comes into the selections that were cached", async ({ server }) => {
	const title = "Evening that a cached list must learn of";
	const url = `${server.baseUrl}/en/events?country=DE&season=2027`;
	expect((await ask(url)).body).not.toContain(title);
	await makePublished({ content: { texts: { en: { title, description: "" } } } });
	await expect.poll(async () => (await ask(url)).body.includes(title)).toBe(true);
});

test("filters are taken back without loading the page again, and kept from language to language", async ({
	open,
}) => {
	const page = await open();
	await page.goto(GERMAN_CONCERTS);
	const chosen = page.getByRole("list", { name: "Chosen:" }).getByRole("link");
	await expect(chosen).toHaveText(["Germany", "Concert"]);
	await page.evaluate(() => document.body.setAttribute("data-first", ""));
	await chosen.last().click();
	await expect(page).toHaveURL(/\/en\/events\?country=DE$/);
	await expect(chosen).toHaveText(["Germany"]);
	await expect(page.locator("body")).toHaveAttribute("data-first");
	await page.goBack();
	await expect(page).toHaveURL(/country=DE&type=concert$/);
	await expect(chosen).toHaveText(["Germany", "Concert"]);

	const azerbaijani = page.getByRole("contentinfo").getByRole("link", { name: "Azərbaycanca" });
	await expect(azerbaijani).toHaveAttribute("href", "/az/events");
	await azerbaijani.click();
	await expect(page).toHaveURL(/\/az\/events\?country=DE&type=concert$/);
	await expect(page.locator("html")).toHaveAttribute("lang", "az");
});
