import { createHash } from "node:crypto";
import { z } from "zod";
import type { RequestContext } from "@/app/request-context";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { ipKey } from "@/lib/http/client-ip";
import { assertSameOrigin } from "@/lib/http/origin";
import { consume, type Limit } from "@/lib/http/rate-limit";
import { invalidInput } from "@/lib/http/zod-fields";
import { requireWritable } from "@/lib/permissions/switches";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
/** What an action may answer: it is stored with the idempotency key and sent to the browser. */
// biome-ignore lint/suspicious/noConfusingVoidType: a run that returns nothing is `Promise<void>`
export type JsonResult = Json | undefined | void;

type Points = { points: number; seconds: number };
const DEFAULT_LIMIT: Points = { points: 120, seconds: 60 };

/** A change of data by somebody signed in. */
export type GuardedDefinition<
	Schema extends z.ZodType,
	Result extends JsonResult,
	Prepared = undefined,
> = {
	/** Stable, e.g. "events.submit". */
	name: string;
	/** A strict object. */
	input: Schema;
	/** False refuses with `forbidden`, or `factor_needed` where that may be why; throw `not_found` where existence must not show. */
	permission?: (viewer: SignedInViewer, input: z.output<Schema>) => boolean | Promise<boolean>;
	limit?: Points;
	/** Goes on while an admin has stopped every other change. */
	worksInReadOnly?: boolean;
	/**
	 * `run` opens transactions of its own, each of which asks `requireWritable`, and its `tx` is none: with one around them
	 * every caller would hold a connection while it waits for another. A repetition in the meantime runs, too.
	 */
	opensTransactions?: boolean;
	/** The caller must send a UUID; the same key and input run once and get the same answer. */
	idempotent?: boolean;
	/**
	 * What takes long and needs no database, such as decoding a picture: it happens once the permission is given and
	 * before the transaction, which would hold a connection meanwhile. It must change nothing.
	 */
	prepare?: (call: { viewer: SignedInViewer; input: z.output<Schema> }) => Promise<Prepared>;
	run: (call: {
		viewer: SignedInViewer;
		input: z.output<Schema>;
		/** What `prepare` returned. */
		prepared: Prepared;
		tx: Tx;
		now: Date;
		requestId: string;
	}) => Promise<Result>;
};

/** A change that anyone may ask for; its use case opens its own transactions. */
export type PublicDefinition<Schema extends z.ZodType, Result extends JsonResult> = {
	name: string;
	input: Schema;
	/** Counted per client address, before anything is read. */
	limit: Points;
	/** Further limits that depend on the input, such as some per mail address. */
	limitBy?: (input: z.output<Schema>) => Omit<Limit, "bucket">[];
	run: (call: {
		viewer: Viewer;
		input: z.output<Schema>;
		now: Date;
		requestId: string;
	}) => Promise<Result>;
};

/** One request, read by the wrapper that received it. */
export type Call = {
	/** Reads the input; called only once the caller is known and within the limits. */
	raw: () => unknown;
	idempotencyKey: unknown;
	context: RequestContext;
	viewer: () => Promise<Viewer>;
	now: Date;
};

/**
 * The one way to change data: Origin, session, rate limit, strict parse, permission, preparation,
 * idempotency key, one transaction.
 * @throws DomainError for every refusal.
 */
export async function guardedRun<Schema extends z.ZodType, Result extends JsonResult, Prepared>(
	definition: GuardedDefinition<Schema, Result, Prepared>,
	call: Call,
): Promise<{ input: z.output<Schema>; result: Result }> {
	assertSameOrigin(call.context.origin, env().APP_URL);
	const viewer = await call.viewer();
	if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
	await consume({
		bucket: definition.name,
		key: viewer.id,
		...(definition.limit ?? DEFAULT_LIMIT),
	});
	const input = parsed(definition.input, await call.raw());
	if (definition.permission && !(await definition.permission(viewer, input))) {
		const isUnproven = viewer.hasOffice && viewer.factor !== "proven";
		throw new DomainError(isUnproven ? "factor_needed" : "forbidden");
	}
	const key = definition.idempotent ? parsedKey(call.idempotencyKey) : null;
	// Without `prepare`, Prepared is undefined.
	const prepared = (await definition.prepare?.({ viewer, input })) as Prepared;
	const { now } = call;
	const { requestId } = call.context;
	const run = (tx: Tx) => definition.run({ viewer, input, prepared, tx, now, requestId });
	const action = fingerprint(definition.name, input);
	const once = key === null ? null : { userId: viewer.id, key, action, now };
	const result = definition.opensTransactions
		? await runApart(once, () => run(db))
		: await inTransaction(async (tx) => {
				if (!definition.worksInReadOnly) await requireWritable(tx);
				return once === null ? run(tx) : runOnce(tx, once, () => run(tx));
			});
	return { input, result };
}

type Once = { userId: string; key: string; action: string; now: Date };

/** Answers a repetition as the first call; what runs is kept from nothing by another that runs. */
async function runApart<Result extends JsonResult>(
	once: Once | null,
	run: () => Promise<Result>,
): Promise<Result> {
	await inTransaction(requireWritable);
	if (once === null) return run();
	const { userId, key, action, now } = once;
	const earlier = await db.idempotencyKey.findUnique({
		where: { userId_key: { userId, key } },
		select: { action: true, result: true },
	});
	if (earlier && earlier.action !== action) throw new DomainError("conflict");
	if (earlier?.result) return (earlier.result as { value: Result }).value;
	const result = await run();
	await db.idempotencyKey.createMany({
		data: [{ userId, key, action, createdAt: now, result: { value: result ?? null } }],
		skipDuplicates: true,
	});
	return result;
}

/**
 * The same for what needs no session: Origin, limit per client address, strict parse, limit per input.
 * @throws DomainError for every refusal.
 */
export async function publicRun<Schema extends z.ZodType, Result extends JsonResult>(
	definition: PublicDefinition<Schema, Result>,
	call: Call,
): Promise<{ input: z.output<Schema>; result: Result }> {
	assertSameOrigin(call.context.origin, env().APP_URL);
	await consume({
		bucket: `${definition.name}.ip`,
		key: ipKey(call.context.ip),
		...definition.limit,
	});
	const input = parsed(definition.input, await call.raw());
	for (const limit of definition.limitBy?.(input) ?? []) {
		await consume({ bucket: `${definition.name}.${limit.seconds}`, ...limit });
	}
	const viewer = await call.viewer();
	const { requestId } = call.context;
	return { input, result: await definition.run({ viewer, input, now: call.now, requestId }) };
}

function parsed<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
	const outcome = schema.safeParse(raw, { reportInput: true });
	if (!outcome.success) throw invalidInput(outcome.error);
	return outcome.data;
}

function parsedKey(key: unknown): string {
	const outcome = z.uuid().safeParse(key);
	if (!outcome.success)
		throw new DomainError("invalid", { fields: { idempotencyKey: "field.required" } });
	return outcome.data;
}

/** A second caller waits at the insert until the first one's transaction ends, then reads its answer. */
async function runOnce<Result extends JsonResult>(
	tx: Tx,
	{ userId, key, action, now }: Once,
	run: () => Promise<Result>,
): Promise<Result> {
	const { count } = await tx.idempotencyKey.createMany({
		data: [{ userId, key, action, createdAt: now }],
		skipDuplicates: true,
	});
	const where = { userId_key: { userId, key } };
	if (count === 0) {
		const earlier = await tx.idempotencyKey.findUniqueOrThrow({
			where,
			select: { action: true, result: true },
		});
		if (earlier.action !== action) throw new DomainError("conflict");
		return (earlier.result as { value: Result }).value;
	}
	const result = await run();
	await tx.idempotencyKey.update({
		where,
		data: { result: { value: result ?? null } },
		select: { key: true },
	});
	return result;
}

/** Name and input of an action: a key sent again with something else is a conflict, not a repetition. */
function fingerprint(name: string, input: unknown): string {
	const text = JSON.stringify(input, (_key, value: unknown) =>
		value instanceof File ? [value.name, value.size, value.type] : value,
	);
	return `${name}#${createHash("sha256").update(text).digest("base64url")}`;
}
