import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";

export type OutboxItem = {
	id: string;
	to: string;
	locale: string;
	subject: string;
	text: string;
	html: string;
	createdAt: Date;
};

/**
 * The latest mails of the local outbox, newest first.
 * @throws DomainError `not_found` where the outbox is off: its mails sign people in.
 */
export async function listOutbox(limit = 30): Promise<OutboxItem[]> {
	if (!env().OUTBOX) throw new DomainError("not_found");
	return db.outboxMail.findMany({
		orderBy: { createdAt: "desc" },
		take: limit,
		select: {
			id: true,
			to: true,
			locale: true,
			subject: true,
			text: true,
			html: true,
			createdAt: true,
		},
	});
}
