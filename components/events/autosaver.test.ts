import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FormState } from "@/lib/http/form-state";
import { Autosaver, type Saved, type SaveStatus } from "./autosaver";
import { newKey } from "./new-key";

type Answer = FormState<Saved> | "lost";

const refused = (code: "conflict" | "unavailable" | "invalid", fields = {}): FormState<Saved> => ({
	ok: false,
	code,
	fields,
	values: {},
});

function setUp(answers: Answer[] = []) {
	let text = "";
	let version = 0;
	const sent: Record<string, string>[] = [];
	const statuses: SaveStatus["kind"][] = [];
	const saver = new Autosaver({
		read: () => {
			const form = new FormData();
			form.set("title", text);
			return form;
		},
		send: async (form) => {
			sent.push(
				Object.fromEntries([...form.entries()].map(([name, value]) => [name, String(value)])),
			);
			const answer = answers.shift();
			if (answer === "lost") throw new TypeError("fetch failed");
			if (answer) return answer;
			version += 1;
			const outcome = form.get("intent") === "submit" ? "submitted" : "saved";
			return {
				ok: true,
				data: {
					outcome,
					revisionId: "r1",
					revisionVersion: version,
					fields: {},
					missing: [],
					conflicts: [],
					taken: [],
					window: null,
				},
			};
		},
		onStatus: ({ kind }) => statuses.push(kind),
		start: { revisionId: "r1", revisionVersion: 0 },
		newKey,
	});
	const type = (next: string) => {
		text = next;
		saver.changed();
	};
	return { saver, sent, statuses, type };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("Autosaver", () => {
	it("saves once, a moment after the last of many changes", async () => {
		const { sent, statuses, type } = setUp();
		for (const text of ["M", "Me", "Mem"]) type(text);
		expect(sent).toEqual([]);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(sent).toMatchObject([{ title: "Mem", intent: "save", revisionVersion: "0" }]);
		expect(statuses).toEqual(["unsaved", "unsaved", "unsaved", "saving", "saved"]);
	});

	it("starts each save from the version that the one before has made, under a key of its own", async () => {
		const { sent, type } = setUp();
		type("one");
		await vi.advanceTimersByTimeAsync(1_000);
		type("two");
		await vi.advanceTimersByTimeAsync(1_000);
		expect(sent.map((form) => form.revisionVersion)).toEqual(["0", "1"]);
		expect(sent[0]?.idempotencyKey).not.toBe(sent[1]?.idempotencyKey);
	});

	it("sends the same content under the same key again when the answer was lost, then what was typed since", async () => {
		const { sent, statuses, type } = setUp(["lost"]);
		type("one");
		await vi.advanceTimersByTimeAsync(1_000);
		expect(statuses.at(-1)).toBe("failed");
		type("one two");
		await vi.advanceTimersByTimeAsync(6_000);
		expect(sent.map((form) => form.title)).toEqual(["one", "one", "one two"]);
		expect(sent[1]?.idempotencyKey).toBe(sent[0]?.idempotencyKey);
		expect(sent[2]?.idempotencyKey).not.toBe(sent[0]?.idempotencyKey);
		expect(statuses.at(-1)).toBe("saved");
	});

	it("stops at a conflict, so that nothing of anybody is overwritten", async () => {
		const { saver, sent, statuses, type } = setUp([refused("conflict")]);
		type("one");
		await vi.advanceTimersByTimeAsync(1_000);
		type("two");
		await vi.advanceTimersByTimeAsync(60_000);
		expect(sent).toHaveLength(1);
		expect(statuses.at(-1)).toBe("conflict");
		expect(await saver.submit()).toBeNull();
	});

	it("keeps what was refused unsaved and tries again at the next change", async () => {
		const { saver, sent, statuses, type } = setUp([refused("invalid", { lat: "field.number" })]);
		type("x");
		await vi.advanceTimersByTimeAsync(60_000);
		expect(statuses.at(-1)).toBe("refused");
		expect(sent).toHaveLength(1);
		expect(saver.isDirty()).toBe(true);
		type("");
		expect(statuses.at(-1)).toBe("idle");
		type("y");
		await vi.advanceTimersByTimeAsync(1_000);
		expect(statuses.at(-1)).toBe("saved");
		expect(saver.isDirty()).toBe(false);
	});

	it("submits what is typed now, once, after a save that is under way", async () => {
		const { saver, sent, type } = setUp();
		type("one");
		const saving = saver.flush();
		type("two");
		const answer = await saver.submit();
		await saving;
		expect(sent.map(({ title, intent }) => [title, intent])).toEqual([
			["one", "save"],
			["two", "save"],
			["two", "submit"],
		]);
		expect(answer).toMatchObject({ ok: true, data: { outcome: "submitted" } });
		type("three");
		await vi.advanceTimersByTimeAsync(60_000);
		expect(sent).toHaveLength(3);
	});

	it("never repeats a submission by itself", async () => {
		const { saver, sent, statuses } = setUp([refused("unavailable")]);
		await saver.submit();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(sent).toHaveLength(1);
		expect(statuses.at(-1)).toBe("failed");
	});
});

describe("newKey", () => {
	it("makes UUIDs of version 4", () => {
		expect(newKey()).toMatch(
			/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
		);
		expect(newKey()).not.toBe(newKey());
	});
});
