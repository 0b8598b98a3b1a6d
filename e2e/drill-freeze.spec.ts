import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { knownServer } from "./support/server";

/** The postmaster and its children: a signal to the first alone leaves open connections working. */
function signalPostgres(signal: "SIGSTOP" | "SIGCONT"): void {
	const { databasePid } = knownServer();
	const children = readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name) && parentOf(name) === databasePid)
		.map(Number);
	for (const pid of [databasePid, ...children]) {
		process.kill(pid, signal);
	}
}

/** Fourth field of /proc/PID/stat; the name before it may hold spaces. NaN for a process that has just ended. */
function parentOf(pid: string): number {
	try {
		return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
	} catch {
		return Number.NaN;
	}
}

test("a frozen database gives a bounded 503, cached pages live on, and it recovers", async ({
	request,
}) => {
	const cached = ["/en", "/en/events", "/en/events?country=DE"];
	for (const path of cached) expect((await request.get(path)).status(), path).toBe(200);
	signalPostgres("SIGSTOP");
	try {
		const began = Date.now();
		const [ready, list] = await Promise.all([
			request.get("/api/ready", { failOnStatusCode: false }),
			request.get("/api/v1/events?season=2019&limit=3", { failOnStatusCode: false }),
		]);
		const seconds = (Date.now() - began) / 1000;
		expect(ready.status()).toBe(503);
		expect(list.status()).toBe(503);
		expect(list.headers()["content-type"]).toContain("application/problem+json");
		expect(seconds).toBeLessThan(6);
		for (const path of cached) expect((await request.get(path)).status(), path).toBe(200);
	} finally {
		signalPostgres("SIGCONT");
	}
	await expect
		.poll(async () => (await request.get("/api/ready", { failOnStatusCode: false })).status(), {
			timeout: 10_000,
		})
		.toBe(200);
});
