import sharp from "sharp";
import { LOCALES } from "@/lib/text/languages";
import { ask } from "./support/http";
import { PUBLIC_PAGES } from "./support/pages";
import { expect, test } from "./support/test";

/** Attributes of the elements of this name in a page's head. */
function elements(page: string, name: "link" | "meta"): Map<string, string>[] {
	return [...page.matchAll(new RegExp(`<${name}\\s([^>]*)>`, "g"))].map(
		([, attributes = ""]) =>
			new Map(
				[...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
					key.toLowerCase(),
					value.replaceAll("&amp;", "&"),
				]),
			),
	);
}

async function read(address: string) {
	const { status, body } = await ask(address);
	expect(status, address).toBe(200);
	const links = elements(body, "link");
	const metas = elements(body, "meta");
	const alternates = links.filter(
		(link) => link.get("rel") === "alternate" && link.has("hreflang"),
	);
	return {
		canonical: links
			.filter((link) => link.get("rel") === "canonical")
			.map((link) => link.get("href")),
		alternates: Object.fromEntries(
			alternates.map((link) => [link.get("hreflang"), link.get("href") ?? ""]),
		),
		said: (name: string) =>
			metas
				.filter((meta) => [meta.get("property"), meta.get("name")].includes(name))
				.map((meta) => meta.get("content") ?? ""),
	};
}

for (const { name, path, status = 200 } of PUBLIC_PAGES) {
	if (status !== 200) continue;
	test(`${name}: says its address in every language and shows a preview`, async ({ server }) => {
		const address = await path();
		const { canonical, alternates, said } = await read(`${server.baseUrl}/az${address}`);
		expect(canonical).toHaveLength(1);
		expect(Object.keys(alternates).sort()).toEqual([...LOCALES, "x-default"].sort());
		expect(alternates.az).toBe(canonical[0]);
		expect(alternates["x-default"]).toBe(alternates.en);
		for (const locale of LOCALES) {
			const expected = `${server.baseUrl}/${locale}${new URL(canonical[0] ?? "").pathname.slice(3)}`;
			expect(alternates[locale]).toMatch(new RegExp(`^${expected.replaceAll(".", "\\.")}(\\?|$)`));
		}
		const arabic = await read(alternates.ar ?? "");
		expect(arabic.canonical).toEqual([alternates.ar]);
		expect(arabic.alternates).toEqual(alternates);

		expect(said("twitter:card")).toEqual(["summary_large_image"]);
		expect(said("og:title")[0]).toBeTruthy();
		expect(said("og:locale")).toEqual(["az_AZ"]);
		const [picture = ""] = said("og:image");
		expect(said("og:image:alt")[0]).toBeTruthy();
		expect([said("og:image:width")[0], said("og:image:height")[0]]).toEqual(["1200", "630"]);
		expect(picture.startsWith(`${server.baseUrl}/og/az`)).toBe(true);
		const answer = await fetch(picture);
		expect(answer.headers.get("content-type")).toBe("image/png");
		expect(answer.headers.get("set-cookie")).toBeNull();
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect(bytes.length).toBeLessThan(150_000);
		expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 });
	});
}
