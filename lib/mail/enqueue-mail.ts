import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/queue";
import { type Mail, mailAddress } from "@/lib/mail/mail-schema";

/**
 * Queues a mail in the caller's transaction; it is written in `locale` and sent after the commit.
 * @throws DomainError `invalid` for an address that cannot stand in a header.
 */
export async function enqueueMail(tx: Tx, mail: Mail): Promise<void> {
	if (!mailAddress.safeParse(mail.to).success) {
		throw new DomainError("invalid", { fields: { email: "field.email" } });
	}
	await enqueue(tx, "mail.send", {
		to: mail.to,
		locale: mail.locale,
		template: mail.template,
		props: mail.props,
	});
}
