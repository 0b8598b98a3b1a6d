import { describe, expect, it, vi } from "vitest";
import { log } from "@/lib/log";
import { streamedAnswer } from "./streamed-answer";

const ADDRESS = "http://localhost:3000/feeds/calendar.ics";

function counted(parts: readonly string[], seen: string[]) {
	return async function* () {
		try {
			for (const part of parts) {
				seen.push(part);
				yield part;
			}
		} finally {
			seen.push("ended");
		}
	};
}

describe("streamedAnswer", () => {
	it("joins the parts and skips empty ones", async () => {
		const write = counted(["one ", "", "ə", "", ""], []);
		const answer = await streamedAnswer(new Request(ADDRESS), write, { ETag: "x" });
		expect([answer.headers.get("etag"), await answer.text()]).toEqual(["x", "one ə"]);
	});

	it("writes no more than is read, and stops when the reader goes", async () => {
		const seen: string[] = [];
		const answer = await streamedAnswer(new Request(ADDRESS), counted([..."abcdefgh"], seen), {});
		const reader = answer.body?.getReader();
		await reader?.read();
		await new Promise((done) => setTimeout(done, 10));
		expect(seen.length).toBeLessThan(4);
		await reader?.cancel();
		expect(seen.at(-1)).toBe("ended");
	});

	it("takes a reader who goes while a part is made for no fault", async () => {
		let made = () => {};
		const write = async function* () {
			yield "BEGIN";
			yield await new Promise<string>((done) => {
				made = () => done("more");
			});
		};
		const answer = await streamedAnswer(new Request(ADDRESS), write, {});
		const reader = answer.body?.getReader();
		await reader?.read();
		await new Promise((done) => setTimeout(done, 10));
		const logged = vi.spyOn(log(), "error");
		const left = reader?.cancel();
		made();
		await left;
		await new Promise((done) => setTimeout(done, 10));
		expect(logged).not.toHaveBeenCalled();
		logged.mockRestore();
	});

	it("refuses in time when the first part fails", async () => {
		const write = async function* () {
			yield await Promise.reject<string>(new Error("away"));
		};
		await expect(streamedAnswer(new Request(ADDRESS), write, {})).rejects.toThrow("away");
	});

	it("breaks off when a later part fails, so that nobody takes half for the whole", async () => {
		const write = async function* () {
			yield "BEGIN";
			throw new Error("away");
		};
		const answer = await streamedAnswer(new Request(ADDRESS), write, {});
		await expect(answer.text()).rejects.toThrow("away");
	});

	it("writes nothing for HEAD", async () => {
		const write = vi.fn(counted(["a"], []));
		const answer = await streamedAnswer(new Request(ADDRESS, { method: "HEAD" }), write, {});
		expect([await answer.text(), write.mock.calls.length]).toEqual(["", 0]);
	});
});
