import { randomUUID } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";
import { loadMessages } from "@/i18n/messages";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { ANONYMOUS } from "@/lib/permissions/viewer";
import { makePublished } from "@/prisma/factories/events";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { sendReport } from "./[locale]/(account)/report/actions";
import { problemsOf } from "./form-problems";

let ip = "";
vi.mock("@/app/request-context", () => ({
	requestContext: async () => ({ origin: env().APP_URL, ip, requestId: "r-1" }),
}));
vi.mock("@/lib/accounts/current-viewer", async (original) => ({
	...(await original<object>()),
	currentViewer: async () => ANONYMOUS,
}));

useDatabase();

let eventId = "";

beforeEach(async () => {
	await emptyDatabase();
	eventId = (await makePublished()).eventId;
});

/** The form as a browser sends it; what it answers, or null where the visitor is led to the receipt. */
async function send(from: string, email = "") {
	ip = from;
	const form = new FormData();
	const typed = { locale: "en", kind: "wrong_facts", text: "It begins an hour later.", email };
	const values = { ...typed, eventId, formKey: randomUUID(), website: "" };
	for (const [name, value] of Object.entries(values)) form.set(name, value);
	return sendReport(null, form).catch((error: { digest?: string }) => {
		if (error.digest?.startsWith("NEXT_REDIRECT")) return null;
		throw error;
	});
}

it("one address files ten reports in an hour; the next is refused in words, and what was typed stays", async () => {
	const answers = [];
	for (let number = 0; number < 10; number++) answers.push(await send("192.0.2.10"));
	expect(answers).toEqual(Array(10).fill(null));
	const refused = await send("192.0.2.10");
	expect(refused).toMatchObject({
		ok: false,
		code: "rate_limited",
		values: { text: "It begins an hour later." },
	});
	const { errors } = await loadMessages("en");
	const problems = problemsOf(refused, (key) => String(Object(errors)[key]));
	expect(problems).toEqual([{ message: "Too many attempts. Please wait a while and try again." }]);
	expect(await db.report.count()).toBe(10);
	expect(await send("192.0.2.11")).toBeNull();
});

it("one mailbox gets five confirmations a day, from wherever they are asked for", async () => {
	const mailbox = "somebody@example.org";
	for (let number = 0; number < 5; number++)
		expect(await send(`198.51.100.${number}`, mailbox)).toBeNull();
	expect(await send("198.51.100.9", mailbox.toUpperCase())).toMatchObject({ code: "rate_limited" });
	expect(await send("198.51.100.9")).toBeNull();
});
