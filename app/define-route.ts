import "server-only";
import { revalidateTag } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { type GuardedDefinition, guardedRun, type JsonResult } from "@/app/guarded-run";
import { problemDetail } from "@/app/problem-detail";
import { contextOf } from "@/app/request-context";
import { currentViewer } from "@/lib/accounts/current-viewer";
import { DomainError } from "@/lib/errors";
import { readForm, readJson } from "@/lib/http/body";
import { parseForm } from "@/lib/http/form";
import { answerProblem, problemResponse, refusalOf } from "@/lib/http/problem";
import type { Viewer } from "@/lib/permissions/viewer";

type Params = Record<string, string | string[] | undefined>;
type Handler = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;
type Read = { request: NextRequest; url: URL; params: Params };

const DEFAULT_MAX_BYTES = 1_000_000;
const PRIVATE = { "Cache-Control": "private, no-store" };

/** Where the input comes from. */
type Source = {
	/** A JSON object, or a form (multipart for files). */
	from: "json" | "form";
	/** The address's `[segments]` join the input under these names. */
	segments?: readonly string[];
	/** Bytes of the whole body; 1 MB unless told. */
	maxBytes?: number;
};

type ChangeDefinition<Schema extends z.ZodType, Result extends JsonResult, Prepared> = Source &
	GuardedDefinition<Schema, Result, Prepared> & {
		tags?: (result: Result) => string[];
		respond?: (result: Result) => Response;
	};

/**
 * Makes the route handler (POST, PUT, PATCH, DELETE) of a change of data, guarded like a server
 * action. The idempotency key comes in the header `Idempotency-Key`; refusals are problem+json.
 */
export function defineRoute<
	Schema extends z.ZodType,
	Result extends JsonResult,
	Prepared = undefined,
>(definition: ChangeDefinition<Schema, Result, Prepared>): Handler {
	return async (request, { params }) => {
		const context = contextOf(request.headers);
		try {
			const { result } = await guardedRun(definition, {
				raw: async () => inputOf(definition, request, await params),
				idempotencyKey: request.headers.get("idempotency-key"),
				context,
				viewer: currentViewer,
				now: new Date(),
			});
			for (const tag of definition.tags?.(result) ?? []) revalidateTag(tag, { expire: 0 });
			return definition.respond?.(result) ?? Response.json(result ?? null, { headers: PRIVATE });
		} catch (error) {
			unstable_rethrow(error);
			return problemResponse(error, { requestId: context.requestId, name: definition.name });
		}
	};
}

/** Makes a GET handler for everyone; `cors` lets pages of other sites read the answer. */
export function definePublicRoute(definition: {
	name: string;
	cors?: boolean;
	run: (read: Read) => Promise<Response> | Response;
}): Handler {
	return async (request, { params }) => {
		const answer = await answered(definition.name, request, async () =>
			definition.run({ request, url: new URL(request.url), params: await params }),
		);
		if (definition.cors) answer.headers.set("Access-Control-Allow-Origin", "*");
		return answer;
	};
}

/** Makes a GET handler whose answer depends on who asks; it is never stored by shared caches. */
export function defineViewerRoute(definition: {
	name: string;
	run: (read: Read & { viewer: Viewer }) => Promise<Response> | Response;
}): Handler {
	return async (request, { params }) => {
		const answer = await answered(definition.name, request, async () =>
			definition.run({
				request,
				url: new URL(request.url),
				params: await params,
				viewer: await currentViewer(),
			}),
		);
		answer.headers.set("Cache-Control", "private, no-store");
		return answer;
	};
}

async function answered(
	name: string,
	request: NextRequest,
	run: () => Promise<Response>,
): Promise<Response> {
	try {
		return await run();
	} catch (error) {
		unstable_rethrow(error);
		const { requestId } = contextOf(request.headers);
		const refusal = refusalOf(error, { requestId, name });
		return answerProblem(refusal, {
			requestId,
			detail: await problemDetail(refusal, { address: request.url, requestId }),
		});
	}
}

const jsonObject = z.record(z.string(), z.unknown());

async function inputOf(
	{ from, segments, maxBytes = DEFAULT_MAX_BYTES }: Source,
	request: NextRequest,
	params: Params,
): Promise<Record<string, unknown>> {
	const body =
		from === "form"
			? parseForm(await readForm(request, maxBytes))
			: jsonObject.safeParse(await readJson(request, maxBytes)).data;
	if (!body) throw new DomainError("invalid");
	const named = (segments ?? []).map((segment) => [segment, params[segment]] as const);
	return { ...body, ...Object.fromEntries(named) };
}
