import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { problemResponse } from "./problem";

const context = { requestId: "r-1", name: "test" };

describe("problemResponse", () => {
	it.each([
		["not_found", 404],
		["forbidden", 403],
		["bad_origin", 403],
		["conflict", 409],
		["rate_limited", 429],
		["too_large", 413],
		["unavailable", 503],
	] as const)("answers %s with %i as problem+json", async (code, status) => {
		const answer = problemResponse(new DomainError(code, { message: "inner detail" }), context);
		expect(answer.status).toBe(status);
		expect(answer.headers.get("content-type")).toBe("application/problem+json");
		expect(answer.headers.get("cache-control")).toBe("no-store");
		const body = await answer.text();
		expect(JSON.parse(body)).toMatchObject({ type: "about:blank", status, code, requestId: "r-1" });
		expect(body).not.toContain("inner detail");
	});

	it("tells nothing about errors that are not refusals", async () => {
		const answer = problemResponse(new Error("secret inner state"), context);
		expect(answer.status).toBe(500);
		expect(await answer.text()).not.toContain("secret");
	});

	it("answers 503 where a cause says that the database is away", () => {
		const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
		expect(problemResponse(new Error("query failed", { cause }), context).status).toBe(503);
		expect(
			problemResponse(new Error("timeout exceeded when trying to connect"), context).status,
		).toBe(503);
	});

	it("names the fields of a schema's refusal by message keys", async () => {
		const schema = z.strictObject({
			title: z.string().min(1),
			mail: z.email(),
			when: z.string().refine(() => false, { error: "schedule.endBeforeStart" }),
		});
		const { error } = schema.safeParse(
			{ title: "", mail: "x", when: "y", role: "admin" },
			{ reportInput: true },
		);
		const body = await problemResponse(error, context).json();
		expect(body.fields).toEqual({
			title: "field.required",
			mail: "field.email",
			when: "schedule.endBeforeStart",
			role: "field.unknown",
		});
	});
});
