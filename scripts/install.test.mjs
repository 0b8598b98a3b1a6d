import { describe, expect, it } from "vitest";
import { installFault, nodeFault } from "./install.mjs";

describe("nodeFault", () => {
	it.each(["20.19.0", "22.1.0", "24.0.0"])("accepts Node %s", (version) => {
		expect(nodeFault(version)).toBeNull();
	});

	it.each(["18.20.0", "20.18.3"])("says what to do about Node %s", (version) => {
		expect(nodeFault(version)).toMatch(/is too old; install Node 20\.19 or newer/);
	});
});

describe("installFault", () => {
	it.each([
		["npm error code ENOSPC", /^The disk is full/],
		["npm error code ENOTFOUND", /^The package registry cannot be reached/],
		["npm error code EACCES", /^The packages cannot be written/],
		["npm error code ERESOLVE", /^The packages could not be installed/],
	])("turns %s into one sentence", (output, sentence) => {
		expect(installFault(output)).toMatch(sentence);
	});
});
