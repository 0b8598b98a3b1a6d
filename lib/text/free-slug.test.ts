import { describe, expect, it } from "vitest";
import { freeSlug } from "./slug";

describe("freeSlug", () => {
	it.each([
		[0, "vigil"],
		[1, "vigil-2"],
		[4, "vigil-5"],
		[20, "vigil-21"],
		[1000, "vigil-1001"],
	])("finds the first after %i that are taken", async (count, free) => {
		expect(await freeSlug("vigil", taken(count))).toBe(free);
	});

	it("fills a gap", async () => {
		expect(await freeSlug("vigil", async () => new Set(["vigil", "vigil-2", "vigil-4"]))).toBe(
			"vigil-3",
		);
	});

	it("asks seldom where thousands have the same name", async () => {
		let asked = 0;
		const find = taken(5000);
		await freeSlug("vigil", (candidates) => {
			asked += 1;
			return find(candidates);
		});
		expect(asked).toBeLessThanOrEqual(7);
	});
});

function taken(count: number) {
	const all = Array.from({ length: count }, (_, index) =>
		index === 0 ? "vigil" : `vigil-${index + 1}`,
	);
	return async (candidates: string[]) => new Set(candidates.filter((one) => all.includes(one)));
}
