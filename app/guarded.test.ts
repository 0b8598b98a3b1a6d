import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Handlers that change something and are not made by defineRoute, each with the reason. */
const NAMED_PUBLIC: Record<string, string> = {
	"app/api/auth/[...nextauth]/route.ts POST":
		"next-auth's sign-out: checks Origin itself, and next-auth its CSRF token",
};

/** What Next reads from a route file besides its handlers. */
const ROUTE_SETTINGS = new Set([
	"dynamic",
	"dynamicParams",
	"revalidate",
	"fetchCache",
	"runtime",
	"preferredRegion",
	"maxDuration",
	"generateStaticParams",
]);
const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const MADE = /^export const (\w+) = (\w+)\(/;

type Export = { line: string; name: string; maker: string | null };

function exportsOf(source: string): Export[] {
	return source
		.split("\n")
		.filter((line) => /^\s*export\b/.test(line) && !/^export (type|interface) /.test(line))
		.map((line) => {
			const made = MADE.exec(line);
			const name =
				made?.[1] ?? /^export (?:const|let|var|async function|function) (\w+)/.exec(line)?.[1];
			return { line, name: name ?? line, maker: made?.[2] ?? null };
		});
}

/** Why a file of server actions is not guarded; empty when it is. */
function faultsOfActions(source: string): string[] {
	const faults: string[] = [];
	if (!/^\s*(["'])use server\1/.test(source)) faults.push('"use server" inside a file or function');
	for (const { line, maker } of exportsOf(source)) {
		if (maker !== "defineAction" && maker !== "definePublicAction") faults.push(line.trim());
	}
	if (!source.includes('from "@/app/define-action"')) faults.push("does not import the wrapper");
	return faults;
}

/** Why a route file is not guarded; empty when it is. */
function faultsOfRoute(file: string, source: string): string[] {
	return exportsOf(source).flatMap(({ line, name, maker }) => {
		if (ROUTE_SETTINGS.has(name) || `${file} ${name}` in NAMED_PUBLIC) return [];
		const allowed = READS.has(name) ? ["definePublicRoute", "defineViewerRoute"] : ["defineRoute"];
		return maker !== null && allowed.includes(maker) ? [] : [line.trim()];
	});
}

const code = ["app", "components", "lib"].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => /\.tsx?$/.test(file))
		.map((file) => join(folder, file)),
);
const actions = code.filter(
	(file) =>
		!file.endsWith(".test.ts") && /^\s*["']use server["']/m.test(readFileSync(file, "utf8")),
);
const routes = code.filter((file) => /(^|\/)route\.tsx?$/.test(file));

describe("every server action", () => {
	it("is found", () => {
		expect(actions).toContain("app/[locale]/(account)/sign-in/actions.ts");
	});

	it.each(actions)("is made by the wrapper: %s", (file) => {
		expect(faultsOfActions(readFileSync(file, "utf8"))).toEqual([]);
	});
});

describe("every route handler", () => {
	it("is found", () => {
		expect(routes).toContain("app/api/auth/[...nextauth]/route.ts");
	});

	it.each(routes)("is made by a wrapper or named public: %s", (file) => {
		expect(faultsOfRoute(file, readFileSync(file, "utf8"))).toEqual([]);
	});

	it("that is named public exists", () => {
		for (const name of Object.keys(NAMED_PUBLIC)) expect(routes).toContain(name.split(" ")[0]);
	});
});

describe("this test", () => {
	const wrapper = 'import { defineAction } from "@/app/define-action";';

	it.each([
		`"use server";\n${wrapper}\nexport async function steal() {}`,
		`"use server";\n${wrapper}\nexport const steal = async () => 1;`,
		`"use server";\n${wrapper}\nexport default defineAction({});`,
		`"use server";\n${wrapper}\nconst steal = 1;\nexport { steal };`,
		`"use server";\n${wrapper}\nexport * from "./other";`,
		`${wrapper}\nfunction Page() {\n  async function act() {\n    "use server";\n  }\n}`,
		`"use server";\nexport const a = defineAction({});`,
	])("fails on %j", (source) => {
		expect(faultsOfActions(source)).not.toEqual([]);
	});

	it.each([
		"export async function POST() {}",
		"export const POST = definePublicRoute({});",
		"export const GET = defineRoute({});",
		"export const DELETE = async () => new Response();",
		"export { POST } from './other';",
	])("fails on the handler %j", (source) => {
		expect(faultsOfRoute("app/x/route.ts", source)).not.toEqual([]);
	});

	it("passes what is guarded", () => {
		const source = `"use server";\n${wrapper}\nexport type A = 1;\nexport const a = defineAction({});`;
		expect(faultsOfActions(source)).toEqual([]);
		const route = "export const dynamic = 'x';\nexport const POST = defineRoute({});";
		expect(faultsOfRoute("app/x/route.ts", route)).toEqual([]);
	});
});
