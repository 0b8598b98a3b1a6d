import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { isEventId } from "./is-event-id";

it("takes a UUID and nothing that only looks like one", () => {
	expect(isEventId(randomUUID())).toBe(true);
	const others = [
		"-".repeat(36),
		"0".repeat(36),
		"",
		`${randomUUID()} `,
		[randomUUID()],
		undefined,
	];
	for (const value of others) expect(isEventId(value)).toBe(false);
});
