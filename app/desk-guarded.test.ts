import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const DESKS = ["app/[locale]/(admin)", "app/[locale]/(moderation)"];

const files = DESKS.flatMap((desk) =>
	readdirSync(desk, { recursive: true, encoding: "utf8" }).map((file) => join(desk, file)),
);
const pages = files.filter((file) => file.endsWith("page.tsx"));
const actions = files.filter((file) => file.endsWith("actions.ts"));

it("finds pages and actions", () => {
	expect(pages).toContain("app/[locale]/(moderation)/review/page.tsx");
	expect(actions).toContain("app/[locale]/(admin)/admin/switches/actions.ts");
});

// What a reviewer may is in the viewer only once the second factor is proven (lib/permissions/second-factor).
it.each(pages)("asks for a reviewer before anything else: %s", (file) => {
	const source = readFileSync(file, "utf8");
	const body = source.slice(source.indexOf("export default"));
	const firstAwaits = [...body.matchAll(/await ([\w.]+)/g)].map(([, what]) => what);
	expect(firstAwaits.find((what) => !/^(params|searchParams)$/.test(what ?? ""))).toBe(
		"requireReviewer",
	);
	expect(source).not.toContain("currentViewer");
});

it.each(actions)("gives every action a permission: %s", (file) => {
	const made = readFileSync(file, "utf8")
		.split(/= (?=define\w*Action\()/)
		.slice(1);
	expect(made.length).toBeGreaterThan(0);
	for (const action of made) {
		expect(action).toMatch(/^defineAction\(/);
		expect(action).toMatch(/\n\tpermission(:|,)/);
	}
});
