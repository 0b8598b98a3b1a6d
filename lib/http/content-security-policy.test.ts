import { afterEach, describe, expect, it, vi } from "vitest";
import { hashPolicy, noncePolicy } from "./content-security-policy.js";

afterEach(() => vi.unstubAllEnvs());

function directives(policy: string): Record<string, string> {
	return Object.fromEntries(
		policy.split("; ").map((directive) => {
			const [name = "", ...sources] = directive.split(" ");
			return [name, sources.join(" ")];
		}),
	);
}

describe("what a page may fetch", () => {
	it("is ours alone", () => {
		for (const policy of [hashPolicy(["abc"]), noncePolicy("abc")]) {
			expect(directives(policy)).toMatchObject({
				"default-src": "'self'",
				"connect-src": "'self'",
				"img-src": "'self' data: blob:",
				"worker-src": "'self'",
				"font-src": "'self'",
			});
		}
	});

	it("is also the origin of the operator's map, as data and pictures only", () => {
		vi.stubEnv("MAP_STYLE_URL", "https://maps.example.org:8443/styles/calm.json?key=secret");
		const own = directives(hashPolicy(["abc"]));
		expect(own["connect-src"]).toBe("'self' https://maps.example.org:8443");
		expect(own["img-src"]).toBe("'self' data: blob: https://maps.example.org:8443");
		const { "connect-src": _, "img-src": __, ...others } = own;
		expect(JSON.stringify(others)).not.toContain("maps.example.org");
	});
});
