import "server-only";
import { updateTag } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import {
	type Call,
	type GuardedDefinition,
	guardedRun,
	type JsonResult,
	type PublicDefinition,
	publicRun,
} from "@/app/guarded-run";
import { requestContext } from "@/app/request-context";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { DomainError } from "@/lib/errors";
import { parseForm, typedValues } from "@/lib/http/form";
import type { FormState } from "@/lib/http/form-state";
import { refusalOf } from "@/lib/http/problem";

/** A server action for `useActionState(action, null)`; its form also works without script. */
export type FormAction<Result> = (
	previous: FormState<Result>,
	form: FormData,
) => Promise<FormState<Result>>;

type AfterCommit<Schema extends z.ZodType, Result> = {
	/** Cache tags that became stale; other processes learn of them by CacheTag rows. */
	tags?: (result: Result) => string[];
	/** Path with language, e.g. "/en/my"; null shows the form again with the result. */
	redirectTo?: (result: Result, input: z.output<Schema>) => string | null;
};

/**
 * Makes the server action of a change of data by somebody signed in (see guardedRun). Export it from
 * a file that begins with "use server"; app/guarded.test.ts refuses actions made otherwise.
 */
export function defineAction<
	Schema extends z.ZodType,
	Result extends JsonResult,
	Prepared = undefined,
>(
	definition: GuardedDefinition<Schema, Result, Prepared> & AfterCommit<Schema, Result>,
): FormAction<Result> {
	return async (_previous, form) =>
		answerForm(definition, form, (call) => guardedRun(definition, call));
}

/** The same for what anyone may do, such as asking for a sign-in mail. */
export function definePublicAction<Schema extends z.ZodType, Result extends JsonResult>(
	definition: PublicDefinition<Schema, Result> & AfterCommit<Schema, Result>,
): FormAction<Result> {
	return async (_previous, form) =>
		answerForm(definition, form, (call) => publicRun(definition, call));
}

async function answerForm<Schema extends z.ZodType, Result extends JsonResult>(
	definition: { name: string } & AfterCommit<Schema, Result>,
	form: unknown,
	run: (call: Call) => Promise<{ input: z.output<Schema>; result: Result }>,
): Promise<FormState<Result>> {
	const context = await requestContext();
	let done: { input: z.output<Schema>; result: Result };
	try {
		// Whoever calls the action's address by hand can send any arguments.
		if (!(form instanceof FormData)) throw new DomainError("invalid");
		const { idempotencyKey, ...raw } = parseForm(form);
		done = await run({
			raw: () => raw,
			idempotencyKey,
			context,
			viewer: currentViewer,
			now: new Date(),
		});
	} catch (error) {
		unstable_rethrow(error);
		return refusedForm(error, form, { name: definition.name, requestId: context.requestId });
	}
	for (const tag of definition.tags?.(done.result) ?? []) updateTag(tag);
	if (!definition.redirectTo) return { ok: true, data: done.result };
	const next = definition.redirectTo(done.result, done.input);
	if (next !== null) redirect(next);
	return {
		ok: true,
		data: done.result,
		values: form instanceof FormData ? typedValues(form) : {},
	};
}

function refusedForm(
	error: unknown,
	form: unknown,
	context: { name: string; requestId: string },
): FormState<never> {
	const { code, fields } = refusalOf(error, context);
	return {
		ok: false,
		code,
		fields,
		values: form instanceof FormData ? typedValues(form) : {},
		...(code === "unexpected" ? { requestId: context.requestId } : {}),
	};
}
