import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { atOnce } from "@/prisma/factories/at-once";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { confirmSignIn, findOpenRequest, findSignInEmail } from "./confirm-sign-in";
import { viewerByToken } from "./current-viewer";
import { requestSignIn } from "./request-sign-in";
import { hashSecret } from "./session-cookie";

useDatabase();
beforeEach(emptyDatabase);

const NOW = new Date("2027-02-20T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

async function queuedMails(): Promise<{ to: string; props: { link: string; code: string } }[]> {
	const rows = await db.$queryRaw<
		{ payload: { to: string; props: { link: string; code: string } } }[]
	>`
		SELECT payload FROM graphile_worker._private_jobs ORDER BY id`;
	return rows.map(({ payload }) => payload);
}

async function ask(email = "person@example.org", now = NOW) {
	const { requestId } = await requestSignIn({ email, locale: "az", returnTo: "/az/my" }, now);
	const mail = (await queuedMails()).at(-1);
	if (!mail) throw new Error("no mail was queued");
	const token = new URL(mail.props.link).searchParams.get("token") ?? "";
	return { requestId, token, code: mail.props.code, link: mail.props.link };
}

function wrongOf(code: string): string {
	return String((Number(code) + 1) % 1_000_000).padStart(6, "0");
}

describe("asking to sign in", () => {
	it("queues one mail whose link begins with APP_URL and keeps neither token nor code in clear", async () => {
		const { token, code, link } = await ask();
		expect(link).toBe(`http://localhost:3000/az/sign-in/link?token=${token}`);
		expect(code).toMatch(/^[0-9]{6}$/);
		const rows = JSON.stringify(await db.signInRequest.findMany());
		expect(rows).not.toContain(token);
		expect(rows).not.toContain(`"${code}"`);
	});

	it("does the same whether the address has an account, has none or is disabled", async () => {
		await db.user.create({ data: { email: "known@example.org" } });
		await db.user.create({ data: { email: "gone@example.org", disabledAt: NOW } });
		for (const email of ["known@example.org", "unknown@example.org", "gone@example.org"]) {
			const answer = await requestSignIn({ email, locale: "en", returnTo: "" }, NOW);
			expect(Object.keys(answer).sort()).toEqual(["expiresAt", "requestId"]);
		}
		const to = (await queuedMails()).map((mail) => mail.to);
		expect(to).toEqual(["known@example.org", "unknown@example.org", "gone@example.org"]);
		expect(await db.user.count()).toBe(2);
	});

	it("forgets a place to return to that is not ours", async () => {
		await requestSignIn({ email: "a@example.org", locale: "en", returnTo: "//evil.example" }, NOW);
		expect((await db.signInRequest.findFirstOrThrow()).returnTo).toBeNull();
	});
});

describe("signing in by link", () => {
	it("makes the account at the first time, finds it at the second", async () => {
		const first = await confirmSignIn({ token: (await ask()).token }, NOW);
		const second = await confirmSignIn({ token: (await ask("PERSON@example.org")).token }, NOW);
		expect(second.userId).toBe(first.userId);
		expect(first.returnTo).toBe("/az/my");
		const user = await db.user.findFirstOrThrow();
		expect(user).toMatchObject({ email: "person@example.org", locale: "az", isAdmin: false });
		expect(user.emailVerified).toEqual(NOW);
	});

	it("is not hurt by scanners that only look", async () => {
		const { token } = await ask();
		for (let look = 0; look < 4; look += 1) {
			expect(await findSignInEmail(token, NOW)).toBe("person@example.org");
		}
		await expect(confirmSignIn({ token }, NOW)).resolves.toBeDefined();
	});

	it("works once, also when pressed ten times at once", async () => {
		const { token } = await ask();
		const outcomes = await Promise.allSettled(
			Array.from({ length: 10 }, () => confirmSignIn({ token }, NOW)),
		);
		expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(await db.session.count()).toBe(1);
		expect(await findSignInEmail(token, NOW)).toBeNull();
		await expect(confirmSignIn({ token }, NOW)).rejects.toThrow("expired");
	});

	it("ends after 20 minutes", async () => {
		const { token } = await ask();
		expect(await findSignInEmail(token, minutesLater(20))).toBeNull();
		await expect(confirmSignIn({ token }, minutesLater(20))).rejects.toThrow("expired");
		await expect(confirmSignIn({ token }, minutesLater(19))).resolves.toBeDefined();
	});

	it("refuses unknown tokens and disabled people, and opens no session", async () => {
		await expect(confirmSignIn({ token: "x" }, NOW)).rejects.toThrow("expired");
		await db.user.create({ data: { email: "gone@example.org", disabledAt: NOW } });
		const { token } = await ask("gone@example.org");
		await expect(confirmSignIn({ token }, NOW)).rejects.toThrow("forbidden");
		expect(await db.session.count()).toBe(0);
	});

	it("makes one account of two first sign-ins at once", async () => {
		const requests = [await ask(), await ask()];
		const done = await Promise.all(requests.map(({ token }) => confirmSignIn({ token }, NOW)));
		expect(done[0]?.userId).toBe(done[1]?.userId);
		expect(await db.user.count()).toBe(1);
	});
});

describe("signing in by code", () => {
	it("works once and uses the link up as well", async () => {
		const { requestId, code, token } = await ask();
		await confirmSignIn({ requestId, code }, NOW);
		await expect(confirmSignIn({ requestId, code }, NOW)).rejects.toThrow("expired");
		await expect(confirmSignIn({ token }, NOW)).rejects.toThrow("expired");
		expect(await findOpenRequest(requestId, NOW)).toBeNull();
	});

	it("ends the request with the fifth wrong code, even if the sixth is right", async () => {
		const { requestId, code } = await ask();
		const wrong = { requestId, code: wrongOf(code) };
		for (let tries = 0; tries < 4; tries += 1) {
			await expect(confirmSignIn(wrong, NOW)).rejects.toThrow("wrong_code");
		}
		await expect(confirmSignIn(wrong, NOW)).rejects.toThrow("too_many_tries");
		await expect(confirmSignIn({ requestId, code }, NOW)).rejects.toThrow("too_many_tries");
		expect(await db.session.count()).toBe(0);
	});

	it("gives no more than five tries to a thousand parallel guesses", async () => {
		const { requestId, code } = await ask();
		const guesses = Array.from({ length: 1000 }, (_, index) =>
			String((Number(code) + 1 + index) % 1_000_000).padStart(6, "0"),
		);
		const codes = new Map<string, number>();
		for (let start = 0; start < guesses.length; start += 50) {
			const batch = guesses.slice(start, start + 50);
			const outcomes = await atOnce(batch.length, (index) =>
				confirmSignIn({ requestId, code: batch[index] ?? "" }, NOW),
			);
			for (const outcome of outcomes.map(String)) codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
		}
		expect(Object.fromEntries(codes)).toEqual({ wrong_code: 4, too_many_tries: 996 });
	});

	it("is worth nothing beside another request's id", async () => {
		const mine = await ask("attacker@example.org");
		const theirs = await ask("victim@example.org");
		const stolen = { requestId: mine.requestId, code: theirs.code };
		if (mine.code !== theirs.code)
			await expect(confirmSignIn(stolen, NOW)).rejects.toThrow("wrong_code");
		const forged = { requestId: "'; DROP TABLE", code: theirs.code };
		await expect(confirmSignIn(forged, NOW)).rejects.toThrow("expired");
	});
});

describe("the session", () => {
	it("is kept as a hash: what the database holds signs nobody in", async () => {
		const { session } = await confirmSignIn({ token: (await ask()).token }, NOW);
		const row = await db.session.findFirstOrThrow();
		expect(row.sessionToken).toBe(hashSecret(session.token));
		expect(row.sessionToken).not.toContain(session.token);
		expect(await viewerByToken(session.token, NOW)).toMatchObject({ kind: "user" });
		expect(await viewerByToken(row.sessionToken, NOW)).toEqual({ kind: "anonymous" });
	});

	it("lasts 30 days", async () => {
		const { session } = await confirmSignIn({ token: (await ask()).token }, NOW);
		const days = (session.expires.getTime() - NOW.getTime()) / 86_400_000;
		expect(days).toBe(30);
	});
});
