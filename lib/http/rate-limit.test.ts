import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useDatabase } from "@/prisma/factories/use-database";
import { consume } from "./rate-limit";

useDatabase();

describe("consume", () => {
	it("lets the allowed number through, also in parallel, and refuses the rest", async () => {
		const limit = { bucket: "test.parallel", key: "a@example.org", points: 5, seconds: 60 };
		const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => consume(limit)));
		expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
		const refused = outcomes.find((outcome) => outcome.status === "rejected");
		expect(refused?.reason).toMatchObject({ code: "rate_limited" });
	});

	it("counts in the database, by hashed keys, apart for each bucket and key", async () => {
		const limit = { bucket: "test.apart", key: "b@example.org", points: 1, seconds: 60 };
		await consume(limit);
		await consume({ ...limit, key: "c@example.org" });
		await consume({ ...limit, bucket: "test.other" });
		await expect(consume({ ...limit, key: "B@EXAMPLE.ORG" })).rejects.toThrow("rate_limited");
		const rows = await db.rateLimit.findMany({ where: { key: { startsWith: "test.apart:" } } });
		expect(rows).toHaveLength(2);
		expect(JSON.stringify(rows.map((row) => row.key))).not.toContain("example");
	});
});
