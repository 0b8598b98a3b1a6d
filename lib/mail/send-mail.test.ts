import { createServer, type Server, type Socket } from "node:net";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { resetEnv } from "@/lib/env";
import { startWorker } from "@/lib/jobs/worker";
import { openSmtpCatcher, type SmtpCatcher } from "@/prisma/factories/smtp-catcher";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { type Delivery, deliverBySmtp } from "./deliver";
import { enqueueMail } from "./enqueue-mail";
import { sendMail } from "./send-mail";

useDatabase();
beforeEach(emptyDatabase);

const open: { close: (done: () => void) => void }[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
	process.env.SMTP_URL = "";
	process.env.OUTBOX = "1";
	resetEnv();
	for (const socket of sockets) socket.destroy();
	await Promise.all(
		open.splice(0).map((server) => new Promise<void>((done) => server.close(done))),
	);
});

const EVENT = "0190a0b0-0000-7000-8000-000000000000";
const JOB = {
	to: "person@example.org",
	locale: "az",
	template: "eventSubmitted",
	props: { eventId: EVENT, title: "Anım\r\nBcc: victim@example.org" },
};
const CONTEXT = { jobId: "7", createdAt: new Date("2027-02-20T12:00:00Z"), attempt: 1 };
const MAIL: Delivery = {
	id: "0190a0b0-0000-8000-8000-000000000001",
	to: "person@example.org",
	locale: "en",
	template: "eventSubmitted",
	subject: "Subject",
	text: "text",
	html: "<p>html</p>",
};
const SHORT = { connectionTimeout: 500, greetingTimeout: 500, socketTimeout: 500 };

async function smtpServer(options?: SMTPServerOptions): Promise<SmtpCatcher> {
	const catcher = await openSmtpCatcher(options);
	open.push(catcher);
	return catcher;
}

async function tcpServer(onConnection: (socket: Socket) => void): Promise<string> {
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on("error", () => undefined);
		onConnection(socket);
	});
	const { port } = await listening(server.listen(0, "127.0.0.1"));
	open.push(server);
	return `smtp://127.0.0.1:${port}`;
}

async function listening(server: Server): Promise<{ port: number }> {
	if (!server.listening) await new Promise((done) => server.once("listening", done));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return address;
}

function useSmtp(url: string): void {
	process.env.SMTP_URL = url;
	process.env.OUTBOX = "";
	resetEnv();
}

function deliver(url: string): Promise<void> {
	return deliverBySmtp(
		MAIL,
		{ url, from: "26 February <c@example.org>", appUrl: "https://c.example.org" },
		SHORT,
	);
}

describe("sendMail", () => {
	it("delivers text and HTML by SMTP, to one person, with nothing smuggled into the headers", async () => {
		const { url, caught } = await smtpServer();
		useSmtp(url);
		await sendMail(JOB, CONTEXT);
		expect(caught).toHaveLength(1);
		const [mail] = caught;
		expect([mail?.to].flat().map((to) => to?.text)).toEqual(["person@example.org"]);
		expect(mail?.bcc).toBeUndefined();
		expect(mail?.subject).toContain("Bcc: victim@example.org");
		expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
		expect(mail?.text).toContain(`http://localhost:3000/az/my/events/${EVENT}`);
		expect(mail?.html).toContain('lang="az"');
		expect(await db.outboxMail.count()).toBe(0);
	});

	it("gives a repeated job the same Message-ID", async () => {
		const { url, caught } = await smtpServer();
		useSmtp(url);
		await sendMail(JOB, CONTEXT);
		await sendMail(JOB, { ...CONTEXT, attempt: 2 });
		await sendMail(JOB, { ...CONTEXT, jobId: "8" });
		const ids = caught.map((mail) => mail.messageId);
		expect(ids[1]).toBe(ids[0]);
		expect(ids[2]).not.toBe(ids[0]);
	});

	it("keeps a mail in the outbox without SMTP, once however often the job is repeated", async () => {
		await sendMail(JOB, CONTEXT);
		await sendMail(JOB, { ...CONTEXT, attempt: 2 });
		const mails = await db.outboxMail.findMany();
		expect(mails).toHaveLength(1);
		expect(mails[0]).toMatchObject({ to: "person@example.org", locale: "az" });
		expect(mails[0]?.subject).not.toMatch(/[\r\n]/);
	});

	it("does not send a sign-in mail that is too late to be of use", async () => {
		const props = {
			link: "http://localhost:3000/en/sign-in/link?token=x",
			code: "123456",
			expiresAt: "2020-01-01T00:00:00.000Z",
		};
		await sendMail({ ...JOB, template: "signIn", props }, CONTEXT);
		expect(await db.outboxMail.count()).toBe(0);
	});
});

describe("a mail server in trouble", () => {
	it("fails the delivery when nobody listens", async () => {
		const url = await tcpServer(() => undefined);
		await new Promise<void>((done) => open.splice(0)[0]?.close(done));
		await expect(deliver(url)).rejects.toThrow();
	});

	it("fails the delivery when the server answers 451", async () => {
		const busy = Object.assign(new Error("try again later"), { responseCode: 451 });
		const { url } = await smtpServer({ onRcptTo: (_address, _session, done) => done(busy) });
		await expect(deliver(url)).rejects.toThrow(/451/);
	});

	it("fails the delivery in bounded time when the server hangs", async () => {
		await expect(deliver(await tcpServer(() => undefined))).rejects.toThrow(/greeting|timeout/i);
	});

	it("fails the delivery when the server dies after DATA", async () => {
		const url = await tcpServer((socket) => {
			socket.write("220 here\r\n");
			socket.on("data", (data) => {
				const line = data.toString();
				if (line.startsWith("DATA")) socket.write("354 go on\r\n", () => socket.destroy());
				else socket.write("250 ok\r\n");
			});
		});
		await expect(deliver(url)).rejects.toThrow();
	});

	it("leaves the caller's work alone, keeps the job, and delivers it once the server is well", async () => {
		let answers = 0;
		const busy = Object.assign(new Error("try again later"), { responseCode: 451 });
		const { url, caught } = await smtpServer({
			onRcptTo(_address, _session, done) {
				answers += 1;
				if (answers === 1) done(busy);
				else done();
			},
		});
		useSmtp(url);
		const worker = startWorker({ "mail.send": sendMail, "cleaning.run": async () => undefined });
		try {
			await inTransaction(async (tx) => {
				await tx.user.create({ data: { email: "work@example.org" } });
				await enqueueMail(tx, {
					to: "person@example.org",
					locale: "en",
					template: "eventSubmitted",
					props: { eventId: EVENT, title: "Vigil" },
				});
			});
			await expect.poll(() => caught.length, { timeout: 15_000 }).toBe(1);
			expect(answers).toBe(2);
			expect(await db.user.count()).toBe(1);
		} finally {
			await worker.stop();
		}
	});
});
