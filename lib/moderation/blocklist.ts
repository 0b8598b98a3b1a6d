import { z } from "zod";
import { audit } from "@/lib/audit/audit";
import { db, type Prisma, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { domainKey, wordKey } from "@/lib/text/block-key";
import { cleanLine } from "@/lib/text/plain";

/** Words and link domains are marked for reviewers; mail addresses and domains are kept out. */
export const BLOCK_KINDS = ["word", "link_domain", "address", "mail_domain"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Of a shorter word too many would be found that are meant otherwise. */
const SHORTEST_WORD = 3;

export const blockInput = z
	.strictObject({
		kind: z.enum(BLOCK_KINDS, "field.choose"),
		value: z.string().max(200, "field.tooLong").transform(cleanLine),
		reason: z
			.string()
			.max(300, "field.tooLong")
			.transform(cleanLine)
			.pipe(z.string().min(3, "field.reason")),
	})
	.superRefine(({ kind, value }, context) => {
		if (keyOf(kind, value) === null)
			context.addIssue({ code: "custom", path: ["value"], message: ERRORS[kind] });
	});
type BlockInput = z.infer<typeof blockInput>;

const ERRORS: Record<BlockKind, string> = {
	word: "field.tooShort",
	link_domain: "field.domain",
	address: "field.email",
	mail_domain: "field.domain",
};

function keyOf(kind: BlockKind, value: string): string | null {
	if (kind === "word") {
		const key = wordKey(value);
		return key.length < SHORTEST_WORD ? null : key;
	}
	if (kind === "address") {
		const address = value.toLowerCase();
		return z.email().max(254).safeParse(address).success ? address : null;
	}
	return domainKey(value) || null;
}

/** What is blocked, with why, since when and by whom. @throws DomainError unauthenticated, forbidden (no admin) */
export async function listBlocks(viewer: Viewer) {
	requireCan(viewer, { action: "blocklist.edit" });
	return db.block.findMany({
		orderBy: [{ kind: "asc" }, { key: "asc" }],
		select: {
			id: true,
			kind: true,
			value: true,
			reason: true,
			createdAt: true,
			addedBy: { select: { name: true, email: true } },
		},
	});
}

/**
 * Blocks a word, a domain or an address. Whoever has a blocked address is signed out and cannot sign in anew.
 * @throws DomainError unauthenticated, forbidden (no admin), proof_needed, conflict (blocked already), invalid (an admin would be shut out)
 */
export async function addBlock(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: BlockInput; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "blocklist.edit" });
	requireFreshProof(viewer, now);
	const block = { ...input, key: keyOf(input.kind, input.value) ?? "" };
	const [made] = await tx.block.createManyAndReturn({
		data: [{ ...block, addedById: viewer.id, createdAt: now }],
		skipDuplicates: true,
		select: { id: true },
	});
	if (!made) throw new DomainError("conflict");
	if (input.kind === "address" || input.kind === "mail_domain") await signOut(tx, block);
	await note(tx, viewer, { action: "blocklist.added", id: made.id, ...block, now });
}

/** Takes something off the list. @throws DomainError unauthenticated, forbidden (no admin), proof_needed, not_found */
export async function removeBlock(
	tx: Tx,
	viewer: Viewer,
	{ id, now }: { id: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "blocklist.edit" });
	requireFreshProof(viewer, now);
	const where = { id };
	const block = await tx.block.findUnique({
		where,
		select: { kind: true, key: true, reason: true },
	});
	if (!block) throw new DomainError("not_found");
	await tx.block.delete({ where, select: { id: true } });
	await note(tx, viewer, { action: "blocklist.removed", id, ...block, now });
}

async function signOut(tx: Tx, { kind, key }: { kind: BlockKind; key: string }): Promise<void> {
	const users =
		kind === "address"
			? await tx.user.findMany({ where: { email: key }, select: { id: true, isAdmin: true } })
			: await tx.$queryRaw<{ id: string; isAdmin: boolean }[]>`
				SELECT "id", "isAdmin" FROM "User"
				WHERE right('.' || lower(split_part("email"::text, '@', 2)), length(${key}) + 1) = '.' || ${key}`;
	if (users.some(({ isAdmin }) => isAdmin))
		throw new DomainError("invalid", { fields: { value: "field.blocksAdmin" } });
	await tx.session.deleteMany({ where: { userId: { in: users.map(({ id }) => id) } } });
}

/** The trail holds no address of a person: for such a row only that there was one. */
function note(
	tx: Tx,
	admin: SignedInViewer,
	{
		action,
		id,
		kind,
		key,
		reason,
		now,
	}: {
		action: "blocklist.added" | "blocklist.removed";
		id: string;
		kind: BlockKind;
		key: string;
		reason: string;
		now: Date;
	},
): Promise<void> {
	const detail: Prisma.InputJsonObject =
		kind === "address" ? { kind, reason } : { kind, key, reason };
	return audit(tx, {
		actorId: admin.id,
		action,
		subjectType: "block",
		subjectId: id,
		detail,
		at: now,
	});
}
