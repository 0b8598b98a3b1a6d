import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { viewerById } from "@/lib/accounts/current-viewer";
import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { ANONYMOUS, type Viewer } from "@/lib/permissions/viewer";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { type Call, type GuardedDefinition, guardedRun, publicRun } from "./guarded-run";

useDatabase();

const ORIGIN = "http://localhost:3000";
let viewer: Viewer = ANONYMOUS;

beforeEach(async () => {
	await emptyDatabase();
	const user = await db.user.create({ data: { email: "person@example.org" } });
	viewer = await viewerById(user.id);
});

const input = z.strictObject({ name: z.string().min(1) });

/** Each run adds one territory: a row that shows whether and how often it happened. */
function addTerritory(
	extra: Partial<GuardedDefinition<typeof input, { name: string }>> = {},
): GuardedDefinition<typeof input, { name: string }> {
	return {
		name: `test.${randomUUID()}`,
		input,
		async run({ tx, input: { name } }) {
			const count = await tx.territory.count();
			await tx.territory.create({ data: { name: `${name} ${count + 1}` } });
			return { name: `${name} ${count + 1}` };
		},
		...extra,
	};
}

function call(changes: Partial<Call> & { origin?: string | null } = {}): Call {
	const { origin = ORIGIN, ...rest } = changes;
	return {
		raw: () => ({ name: "North" }),
		idempotencyKey: undefined,
		context: { origin, ip: "192.0.2.1", requestId: "r-1" },
		viewer: async () => viewer,
		now: new Date("2027-02-20T12:00:00Z"),
		...rest,
	};
}

const rows = () => db.territory.count();

describe("guardedRun", () => {
	it("runs in one transaction and returns the result", async () => {
		expect(await guardedRun(addTerritory(), call())).toEqual({
			input: { name: "North" },
			result: { name: "North 1" },
		});
		expect(await rows()).toBe(1);
	});

	it.each([null, "null", "https://evil.example", "http://localhost:3001"])(
		"refuses the origin %j before it looks at anything else",
		async (origin) => {
			const reads: string[] = [];
			const watched = call({
				origin,
				viewer: async () => {
					reads.push("viewer");
					return viewer;
				},
				raw: () => reads.push("input"),
			});
			await expect(guardedRun(addTerritory(), watched)).rejects.toThrow("bad_origin");
			expect(reads).toEqual([]);
			expect(await rows()).toBe(0);
		},
	);

	it("refuses who is not signed in, without reading the input", async () => {
		let wasRead = false;
		const anonymous = call({
			viewer: async () => ANONYMOUS,
			raw: () => {
				wasRead = true;
			},
		});
		await expect(guardedRun(addTerritory(), anonymous)).rejects.toThrow("unauthenticated");
		expect(wasRead).toBe(false);
	});

	it("refuses more calls than the limit", async () => {
		const limited = addTerritory({ limit: { points: 2, seconds: 60 } });
		await guardedRun(limited, call());
		await guardedRun(limited, call());
		await expect(guardedRun(limited, call())).rejects.toThrow("rate_limited");
		expect(await rows()).toBe(2);
	});

	it.each([
		[{}, { name: "field.required" }],
		[{ name: "" }, { name: "field.required" }],
		[{ name: { not: "" } }, { name: "field.invalid" }],
		[{ name: ["North"] }, { name: "field.invalid" }],
		[{ name: "North", userId: "x" }, { userId: "field.unknown" }],
		[{ name: "North", role: "admin" }, { role: "field.unknown" }],
		[{ name: "North", state: "approved" }, { state: "field.unknown" }],
		["North", { "": "field.invalid" }],
		[null, { "": "field.required" }],
	])("refuses the input %j", async (raw, fields) => {
		const attempt = guardedRun(addTerritory(), call({ raw: () => raw }));
		await expect(attempt).rejects.toMatchObject({ code: "invalid", fields });
		expect(await rows()).toBe(0);
	});

	it("asks the permission with the parsed input", async () => {
		const guarded = addTerritory({ permission: (_viewer, { name }) => name === "South" });
		await expect(guardedRun(guarded, call())).rejects.toThrow("forbidden");
		await guardedRun(guarded, call({ raw: () => ({ name: "South" }) }));
		expect(await rows()).toBe(1);
	});

	it("prepares after the permission and before the transaction, and hands the result to the run", async () => {
		const prepare = vi.fn(async ({ input: { name } }: { input: { name: string } }) => {
			expect(await db.idempotencyKey.count()).toBe(0);
			return `${name} prepared`;
		});
		const definition: GuardedDefinition<typeof input, string, string> = {
			name: `test.${randomUUID()}`,
			input,
			idempotent: true,
			permission: (_viewer, { name }) => name === "North",
			prepare,
			run: async ({ prepared }) => prepared,
		};
		const key = { idempotencyKey: randomUUID() };
		const refused = guardedRun(definition, call({ ...key, raw: () => ({ name: "South" }) }));
		await expect(refused).rejects.toThrow("forbidden");
		expect(prepare).not.toHaveBeenCalled();
		expect((await guardedRun(definition, call(key))).result).toBe("North prepared");
	});

	it("holds no connection while it prepares", async () => {
		let go: () => void = () => undefined;
		const held = new Promise<void>((resolve) => {
			go = resolve;
		});
		let begun = 0;
		const prepare = async () => {
			begun++;
			await held;
		};
		const run = async ({ tx }: { tx: Tx }) => tx.territory.count();
		const definition = { name: `test.${randomUUID()}`, input, prepare, run };
		// Two more than the pool has connections.
		const runs = Array.from({ length: 12 }, () => guardedRun(definition, call()));
		await expect.poll(() => begun).toBe(12);
		expect(await rows()).toBe(0);
		go();
		expect((await Promise.all(runs)).map(({ result }) => result)).toEqual(Array(12).fill(0));
	});

	it("undoes everything when the run throws", async () => {
		const failing = addTerritory({
			async run({ tx }) {
				await tx.territory.create({ data: { name: "half" } });
				throw new DomainError("conflict");
			},
		});
		await expect(guardedRun(failing, call())).rejects.toThrow("conflict");
		expect(await rows()).toBe(0);
	});
});

describe("read only", () => {
	it("refuses every change but those that are to go on, and loses no key", async () => {
		const now = new Date();
		await db.switch.create({ data: { name: "read_only", isOn: true, changedAt: now } });
		const idempotencyKey = randomUUID();
		const change = addTerritory({ idempotent: true });
		await expect(guardedRun(change, call({ idempotencyKey }))).rejects.toThrow("read_only");
		expect(await rows()).toBe(0);
		await guardedRun(addTerritory({ worksInReadOnly: true }), call());
		expect(await rows()).toBe(1);
		await db.switch.update({ where: { name: "read_only" }, data: { isOn: false } });
		await guardedRun(change, call({ idempotencyKey }));
		expect(await rows()).toBe(2);
	});
});

describe("idempotency", () => {
	it("runs once for twenty parallel calls of one key, and answers all alike", async () => {
		const definition = addTerritory({ idempotent: true });
		const idempotencyKey = randomUUID();
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => guardedRun(definition, call({ idempotencyKey }))),
		);
		expect(answers.map(({ result }) => result)).toEqual(Array(20).fill({ name: "North 1" }));
		expect(await rows()).toBe(1);
	});

	it("answers a lost answer again, and runs again for a new key", async () => {
		const definition = addTerritory({ idempotent: true });
		const idempotencyKey = randomUUID();
		const first = await guardedRun(definition, call({ idempotencyKey }));
		expect(await guardedRun(definition, call({ idempotencyKey }))).toEqual(first);
		await guardedRun(definition, call({ idempotencyKey: randomUUID() }));
		expect(await rows()).toBe(2);
	});

	it("needs a key", async () => {
		const definition = addTerritory({ idempotent: true });
		for (const idempotencyKey of [undefined, "", "1", { not: "" }]) {
			await expect(guardedRun(definition, call({ idempotencyKey }))).rejects.toThrow("invalid");
		}
	});

	it("refuses a key that was used with another input or action", async () => {
		const definition = addTerritory({ idempotent: true });
		const idempotencyKey = randomUUID();
		await guardedRun(definition, call({ idempotencyKey }));
		const other = call({ idempotencyKey, raw: () => ({ name: "South" }) });
		await expect(guardedRun(definition, other)).rejects.toThrow("conflict");
		const elsewhere = addTerritory({ idempotent: true });
		await expect(guardedRun(elsewhere, call({ idempotencyKey }))).rejects.toThrow("conflict");
		expect(await rows()).toBe(1);
	});

	it("forgets the key of a refused call, so that the mended form goes through", async () => {
		let isBroken = true;
		const definition = addTerritory({ idempotent: true });
		const { run } = definition;
		definition.run = async (context) => {
			if (isBroken) throw new DomainError("conflict");
			return run(context);
		};
		const idempotencyKey = randomUUID();
		await expect(guardedRun(definition, call({ idempotencyKey }))).rejects.toThrow("conflict");
		isBroken = false;
		await guardedRun(definition, call({ idempotencyKey }));
		expect(await rows()).toBe(1);
	});

	it("keeps the keys of two people apart", async () => {
		const definition = addTerritory({ idempotent: true });
		const idempotencyKey = randomUUID();
		await guardedRun(definition, call({ idempotencyKey }));
		const other = await db.user.create({ data: { email: "other@example.org" } });
		await guardedRun(definition, call({ idempotencyKey, viewer: () => viewerById(other.id) }));
		expect(await rows()).toBe(2);
	});
});

describe("publicRun", () => {
	const definition = (name: string) => ({
		name,
		input: z.strictObject({ email: z.string() }),
		limit: { points: 3, seconds: 60 },
		limitBy: ({ email }: { email: string }) => [
			{ key: email, points: 2, seconds: 60 },
			{ key: email, points: 9, seconds: 600 },
		],
		run: async () => "done",
	});
	const from = (ip: string, email: string) =>
		call({
			context: { origin: ORIGIN, ip, requestId: "r-1" },
			viewer: async () => ANONYMOUS,
			raw: () => ({ email }),
		});

	it("limits by client address and by what was asked for", async () => {
		const ask = definition("test.public.limits");
		await publicRun(ask, from("192.0.2.1", "a@example.org"));
		await publicRun(ask, from("192.0.2.2", "a@example.org"));
		const third = publicRun(ask, from("192.0.2.3", "A@example.org"));
		await expect(third).rejects.toThrow("rate_limited");
		await publicRun(ask, from("192.0.2.1", "b@example.org"));
		await publicRun(ask, from("192.0.2.1", "c@example.org"));
		const fourth = publicRun(ask, from("192.0.2.1", "d@example.org"));
		await expect(fourth).rejects.toThrow("rate_limited");
	});

	it("asks for our origin too", async () => {
		const ask = definition("test.public.origin");
		await expect(publicRun(ask, call({ origin: null }))).rejects.toThrow("bad_origin");
	});
});
