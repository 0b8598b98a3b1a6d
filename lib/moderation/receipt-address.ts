import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** The secret of a report's receipt: made of AUTH_SECRET, so that later mails can name it and the database holds none. */
function receiptKey(reportId: string): string {
	return createHmac("sha256", env().AUTH_SECRET).update(`report:${reportId}`).digest("base64url");
}

/** Path of the page at which a reporter sees how the report stands, without the language. */
export function receiptPath(reportId: string): string {
	return `/report/receipt?${new URLSearchParams({ report: reportId, key: receiptKey(reportId) })}`;
}

/** Whether this is the secret of the report's receipt; takes as long for a guess as for the right one. */
export function isReceiptKey(reportId: string, key: string): boolean {
	const [wanted, given] = [Buffer.from(receiptKey(reportId)), Buffer.from(key)];
	return wanted.length === given.length && timingSafeEqual(wanted, given);
}
