import { expect } from "@playwright/test";
import { db } from "@/lib/db/client";

export type KeptMail = {
	to: string;
	locale: string;
	template: string;
	subject: string;
	text: string;
	html: string;
};

/** The latest mail to an address, once the queue has delivered one of this template that `accepts` likes. */
export async function mailTo(
	to: string,
	template: string,
	accepts: (mail: KeptMail) => boolean = () => true,
): Promise<KeptMail> {
	let found: KeptMail | undefined;
	await expect
		.poll(
			async () => {
				found = (await mailsTo(to)).filter((mail) => mail.template === template).find(accepts);
				return found?.template;
			},
			{ message: `${template} to ${to}`, intervals: [50] },
		)
		.toBe(template);
	if (!found) throw new Error("unreachable: the poll has found it");
	return found;
}

/** All mails that were delivered to an address, latest first. */
export async function mailsTo(to: string): Promise<KeptMail[]> {
	return db.outboxMail.findMany({
		where: { to },
		orderBy: { createdAt: "desc" },
		select: { to: true, locale: true, template: true, subject: true, text: true, html: true },
	});
}

/** The six digits of a sign-in mail. */
export function codeIn(mail: KeptMail): string {
	const code = /^\s*(\d{6})\s*$/m.exec(mail.text)?.[1];
	if (!code) throw new Error(`no code in:\n${mail.text}`);
	return code;
}

/** The first address in a mail. */
export function linkIn(mail: KeptMail): string {
	const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
	if (!link) throw new Error(`no link in:\n${mail.text}`);
	return link;
}
