import { AsyncLocalStorage } from "node:async_hooks";
import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

// Next sets it before its own modules load; those that load first keep a stand-in that throws.
Object.assign(globalThis, { AsyncLocalStorage });

// Fails a test that writes to console.error. One that provokes an error on purpose replaces
// console.error itself with vi.spyOn(console, "error").mockImplementation(…) and looks at its calls.
let spy: MockInstance<typeof console.error>;

beforeEach(() => {
	spy = vi.spyOn(console, "error");
});

afterEach(() => {
	const calls = spy.mock.calls.map((call) => call.map(String).join(" "));
	spy.mockRestore();
	expect(calls, "console.error was called").toEqual([]);
});
