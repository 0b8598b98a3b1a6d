import { z } from "zod";
import { audit } from "@/lib/audit/audit";
import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { cleanLine } from "@/lib/text/plain";

const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

const domain = z
	.string()
	.max(253, "field.tooLong")
	.transform((value) => value.trim().toLowerCase())
	.pipe(z.string().regex(NAME, "field.domain"));

export const domainRef = z.strictObject({ domain });
export const domainInput = z.strictObject({
	domain,
	holder: z
		.string()
		.max(160, "field.tooLong")
		.transform(cleanLine)
		.refine((holder) => holder.length >= 2, "field.required"),
	sourceUrl: z
		.union([
			z.literal(""),
			z.url({ protocol: /^https?$/, error: "field.url" }).max(300, "field.tooLong"),
		])
		.optional(),
});
export type DomainInput = z.infer<typeof domainInput>;

/**
 * The listed domain to which a mailbox belongs, itself or above its own ("berlin.mfa.gov.az" belongs to "mfa.gov.az");
 * null when none is.
 */
export async function findOfficialDomain(tx: Tx, email: string): Promise<string | null> {
	const labels = email
		.slice(email.lastIndexOf("@") + 1)
		.toLowerCase()
		.split(".");
	const candidates = labels.map((_, index) => labels.slice(index).join("."));
	const found = await tx.officialDomain.findMany({
		where: { domain: { in: candidates } },
		select: { domain: true },
	});
	return found.map((row) => row.domain).sort((a, b) => b.length - a.length)[0] ?? null;
}

/** All listed domains, by name; for reviewers. @throws DomainError unauthenticated, forbidden */
export async function listOfficialDomains(viewer: Viewer) {
	requireCan(viewer, { action: "queue.read" });
	return db.officialDomain.findMany({
		orderBy: { domain: "asc" },
		select: { domain: true, holder: true, sourceUrl: true },
	});
}

/** Lists a domain, or says anew whose it is. @throws DomainError unauthenticated, forbidden */
export async function listDomain(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: DomainInput; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "domains.edit" });
	const data = { holder: input.holder, sourceUrl: input.sourceUrl || null };
	await tx.officialDomain.upsert({
		where: { domain: input.domain },
		create: { domain: input.domain, ...data, createdAt: now },
		update: data,
		select: { domain: true },
	});
	await note(tx, viewer, { action: "domain.listed", domain: input.domain, now });
}

/** Takes a domain off the list; badges that were given stay. @throws DomainError unauthenticated, forbidden, not_found */
export async function removeDomain(
	tx: Tx,
	viewer: Viewer,
	{ domain, now }: { domain: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "domains.edit" });
	const { count } = await tx.officialDomain.deleteMany({ where: { domain } });
	if (count === 0) throw new DomainError("not_found");
	await note(tx, viewer, { action: "domain.removed", domain, now });
}

async function note(
	tx: Tx,
	viewer: SignedInViewer,
	{
		action,
		domain,
		now,
	}: { action: "domain.listed" | "domain.removed"; domain: string; now: Date },
): Promise<void> {
	await audit(tx, {
		actorId: viewer.id,
		action,
		subjectType: "domain",
		subjectId: domain,
		at: now,
	});
}
