import { z } from "zod";
import { consume } from "@/lib/http/rate-limit";

/** What the forms send by which somebody proves to belong to an organisation; `email` is empty where it is not asked for. */
export const proofFields = {
	organisationId: z.uuid(),
	method: z.enum(["domain", "coordinator"], "field.choose"),
	email: z.string().max(254, "field.tooLong").default(""),
};

/** The fields of the method that was chosen: a mailbox belongs to "domain" alone. */
export function ofMethod<Fields extends { method: string; email: string }>({
	email,
	...rest
}: Fields) {
	return rest.method === "domain" ? { ...rest, email } : rest;
}

/** A mailbox that nobody asked about must not be flooded: few mails a day from all. @throws DomainError rate_limited */
export async function limitMailbox(asked: { method: string; email?: string }): Promise<void> {
	if (asked.email === undefined) return;
	await consume({
		bucket: "organisations.mailbox",
		key: asked.email,
		points: 4,
		seconds: 86_400,
	});
}
