import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { ownerDatabaseUrl, useDatabase } from "@/prisma/factories/use-database";
import { checkDatabase, checkDisk, checkPort } from "@/scripts/launcher/preflight";

useDatabase();

let server: Server | undefined;
afterEach(() => server?.close());

describe("checkPort", () => {
	it("names the port that another program holds, and accepts it once it is free", async () => {
		const port = await new Promise<number>((done) => {
			server = createServer().listen(0, () => {
				const address = server?.address();
				done(address && typeof address === "object" ? address.port : 0);
			});
		});
		await expect(checkPort(port)).rejects.toThrow(
			new RegExp(`^Port ${port} is taken by another program; .*PORT=`),
		);
		await new Promise((done) => server?.close(done));
		await expect(checkPort(port)).resolves.toBeUndefined();
	});
});

describe("checkDisk", () => {
	it("says how much is missing", () => {
		expect(() => checkDisk("/data", 12)).toThrow(/^The disk is full: 12 MB are free under \/data/);
		expect(() => checkDisk(".")).not.toThrow();
	});
});

describe("checkDatabase", () => {
	it("accepts a server that answers", async () => {
		await expect(checkDatabase(ownerDatabaseUrl(), "DATABASE_URL")).resolves.toBeUndefined();
	});

	it.each([
		[
			"password",
			"guess",
			/refuses the user february_owner; correct user and password in DATABASE_URL/,
		],
		["pathname", "/nowhere", /has no database nowhere; create it/],
		["port", "1", /at 127\.0\.0\.1:1 does not answer; start that server/],
		[
			"hostname",
			"no-such-host.invalid",
			/The host no-such-host\.invalid in DATABASE_URL is unknown/,
		],
	] as const)("explains a wrong %s without telling the password", async (part, value, sentence) => {
		const url = new URL(ownerDatabaseUrl());
		const password = url.password;
		url[part] = value;
		const refusal = checkDatabase(url.href, "DATABASE_URL");
		await expect(refusal).rejects.toThrow(sentence);
		await expect(refusal).rejects.not.toThrow(password);
	});
});
