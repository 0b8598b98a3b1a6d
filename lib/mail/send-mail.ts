import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { JobContext, JobPayload } from "@/lib/jobs/registry";
import { isBlockedAddress } from "@/lib/mail/blocked-addresses";
import { deliverBySmtp, deliverToOutbox } from "@/lib/mail/deliver";
import { mailAddress, parseMailContent } from "@/lib/mail/mail-schema";
import { renderMail } from "@/lib/mail/render-mail";
import { writeMail } from "@/lib/mail/write-mail";

const MAX_SUBJECT_LENGTH = 200;

/**
 * The job that writes and delivers one mail: by SMTP when it is configured, else to the outbox.
 * A crash between delivery and the job's end can send it a second time, with the same Message-ID.
 * @throws whatever the delivery throws, so that the queue tries again later.
 */
export async function sendMail(job: JobPayload<"mail.send">, context: JobContext): Promise<void> {
	const content = parseMailContent(job);
	if (content.template === "signIn" && new Date(content.props.expiresAt) < new Date()) return;
	// Here and not where it is asked for: there a blocked address would be answered sooner than others.
	if (content.template === "signIn" && (await isBlockedAddress(db, job.to))) return;
	const { APP_URL, SMTP_URL, MAIL_FROM } = env();
	const letter = await writeMail(content, job, APP_URL);
	const mail = {
		id: deliveryId(context),
		to: mailAddress.parse(job.to),
		locale: letter.locale,
		template: content.template,
		subject: headerLine(letter.subject),
		...renderMail(letter),
	};
	const replyTo =
		content.template === "organiserMessage" ? mailAddress.parse(content.props.replyTo) : undefined;
	const smtp = { url: SMTP_URL ?? "", from: MAIL_FROM, appUrl: APP_URL };
	if (SMTP_URL) await deliverBySmtp({ ...mail, replyTo }, smtp);
	else await deliverToOutbox(mail);
}

/** One line for a header: control characters (so also CR and LF) become spaces. */
export function headerLine(text: string): string {
	const oneLine = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
	return [...oneLine].slice(0, MAX_SUBJECT_LENGTH).join("");
}

/** A UUID (version 8, RFC 9562) made of what stays the same when the job is repeated. */
function deliveryId({ jobId, createdAt }: JobContext): string {
	const hex = createHash("sha256").update(`${jobId} ${createdAt.toISOString()}`).digest("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
