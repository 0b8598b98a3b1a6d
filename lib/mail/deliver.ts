import { createTransport } from "nodemailer";
import { db } from "@/lib/db/client";

/** One finished mail. `id` is the same at each retry, so that a mail server can drop a repetition. */
export type Delivery = {
	/** UUID. */
	id: string;
	to: string;
	locale: string;
	template: string;
	subject: string;
	text: string;
	html: string;
};

/** To whom an answer goes, where not to the site. */
type Answerable = { replyTo?: string | undefined };

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Hands a mail to the SMTP server; resolves once the server has accepted it.
 * @param timeouts milliseconds; shorter ones serve the tests.
 * @throws when the server refuses, does not answer in time or goes away.
 */
export async function deliverBySmtp(
	mail: Delivery & Answerable,
	smtp: { url: string; from: string; appUrl: string },
	timeouts = TIMEOUTS,
): Promise<void> {
	const transport = createTransport({
		url: smtp.url,
		...timeouts,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	try {
		await transport.sendMail({
			messageId: `<${mail.id}@${new URL(smtp.appUrl).hostname}>`,
			from: smtp.from,
			to: { name: "", address: mail.to },
			...(mail.replyTo ? { replyTo: { name: "", address: mail.replyTo } } : {}),
			subject: mail.subject,
			text: mail.text,
			html: mail.html,
			headers: { "Auto-Submitted": "auto-generated", "Content-Language": mail.locale },
		});
	} finally {
		transport.close();
	}
}

/** Keeps a mail for the outbox page, once however often the job is repeated. */
export async function deliverToOutbox(mail: Delivery): Promise<void> {
	await db.outboxMail.createMany({ data: [mail], skipDuplicates: true });
}
