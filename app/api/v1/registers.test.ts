import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { useDatabase } from "@/prisma/factories/use-database";
import { importRegisters } from "@/prisma/seed/registers";
import { readRows } from "@/prisma/seed/rows";
import { GET as getMemorials } from "./memorials/route";
import { GET as getRecognitions } from "./recognitions/route";

// Next's data cache exists only inside Next; without it each call reads the database.
vi.mock("next/cache", () => ({
	unstable_cache: (read: unknown) => read,
	revalidateTag: () => undefined,
}));

useDatabase();

const { memorials, recognitions } = readRows();

beforeAll(async () => {
	await importRegisters({ memorials, recognitions });
});

describe.each([
	["memorials", getMemorials, memorials],
	["recognitions", getRecognitions, recognitions],
] as const)("/api/v1/%s", (name, get, rows) => {
	const ask = (query = "", headers: Record<string, string> = {}) =>
		get(new NextRequest(`http://localhost:3000/api/v1/${name}${query}`, { headers }), {
			params: Promise.resolve({}),
		});

	it("answers the whole register, to pages of other sites as well", async () => {
		const answer = await ask();
		expect(answer.headers.get("access-control-allow-origin")).toBe("*");
		const { items, nextCursor } = await answer.json();
		expect(nextCursor).toBeNull();
		expect(new Set(items.map(({ id }: { id: string }) => id))).toEqual(
			new Set(rows.map(({ id }) => id)),
		);
	});

	it("answers 304 to who has it already", async () => {
		const etag = (await ask()).headers.get("etag") ?? "";
		expect(etag).toMatch(/^W\/"/);
		expect((await ask("", { "if-none-match": etag })).status).toBe(304);
		expect((await ask("", { "if-none-match": 'W/"another"' })).status).toBe(200);
	});

	it("refuses parameters, which it would not follow", async () => {
		const answer = await ask("?country=TR");
		expect(answer.status).toBe(400);
		expect(await answer.json()).toMatchObject({ code: "invalid" });
	});
});
