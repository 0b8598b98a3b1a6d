import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { isId } from "./found-or-404";

it("takes a UUID and nothing that only looks like one", () => {
	expect(isId(randomUUID())).toBe(true);
	const others = [
		"-".repeat(36),
		"0".repeat(36),
		"",
		`${randomUUID()} `,
		[randomUUID()],
		undefined,
	];
	for (const value of others) expect(isId(value)).toBe(false);
});
