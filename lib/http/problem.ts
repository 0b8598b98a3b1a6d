import { ZodError } from "zod";
import { DomainError, type DomainErrorCode, type FieldErrors } from "@/lib/errors";
import { isDatabaseAway } from "@/lib/http/database-fault";
import { invalidInput } from "@/lib/http/zod-fields";
import { log } from "@/lib/log";

const STATUS: Record<DomainErrorCode, number> = {
	unauthenticated: 401,
	forbidden: 403,
	not_found: 404,
	conflict: 409,
	invalid: 400,
	illegal_transition: 409,
	own_event: 403,
	own_organisation: 403,
	second_person: 403,
	organisation_held: 409,
	last_owner: 409,
	frozen: 409,
	season_closed: 409,
	read_only: 503,
	rate_limited: 429,
	bad_origin: 403,
	expired: 410,
	wrong_code: 400,
	too_many_tries: 429,
	factor_needed: 403,
	factor_locked: 429,
	proof_needed: 403,
	too_large: 413,
	unsupported_media: 415,
	skipped_time: 400,
	ambiguous_time: 400,
	unavailable: 503,
	misconfigured: 500,
};

const TITLE: Record<number, string> = {
	400: "Bad Request",
	401: "Unauthorized",
	403: "Forbidden",
	404: "Not Found",
	409: "Conflict",
	410: "Gone",
	413: "Content Too Large",
	415: "Unsupported Media Type",
	429: "Too Many Requests",
	500: "Internal Server Error",
	503: "Service Unavailable",
};

/** A refusal as forms and answers tell it; `unexpected` is a fault of ours. */
export type Refusal = { code: DomainErrorCode | "unexpected"; status: number; fields: FieldErrors };

/**
 * Turns anything thrown into what a person may know. Faults of ours are logged here, once, with the
 * request's id; refusals are not faults and leave no line.
 */
export function refusalOf(error: unknown, context: { requestId: string; name?: string }): Refusal {
	if (error instanceof DomainError && error.code !== "misconfigured") {
		return { code: error.code, status: STATUS[error.code], fields: error.fields };
	}
	if (error instanceof ZodError) return { ...refusalOf(invalidInput(error), context) };
	if (isDatabaseAway(error)) {
		log().warn({ ...context, err: error }, "the database does not answer");
		return { code: "unavailable", status: 503, fields: {} };
	}
	log().error({ ...context, err: error }, "unexpected error");
	return { code: "unexpected", status: 500, fields: {} };
}

/** Answers an error as problem+json (RFC 9457); `code` and `fields` are our extension members. */
export function problemResponse(
	error: unknown,
	context: { requestId: string; name?: string },
): Response {
	return answerProblem(refusalOf(error, context), context);
}

/** The same of a refusal; `detail` says in the reader's language what is wrong. */
export function answerProblem(
	{ code, status, fields }: Refusal,
	{ requestId, detail }: { requestId: string; detail?: string },
): Response {
	const body = {
		type: "about:blank",
		title: TITLE[status] ?? "Error",
		status,
		...(detail ? { detail } : {}),
		code,
		requestId,
		...(Object.keys(fields).length > 0 ? { fields } : {}),
	};
	return new Response(JSON.stringify(body), {
		status,
		headers: {
			"Content-Type": "application/problem+json",
			"Cache-Control": "no-store",
			...(status === 429 || status === 503 ? { "Retry-After": "30" } : {}),
		},
	});
}
