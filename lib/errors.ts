/** Every reason for which a use case may refuse; `lib/http` gives each a status and a text. */
export const DOMAIN_ERROR_CODES = [
	"unauthenticated",
	"forbidden",
	"not_found",
	"conflict",
	"invalid",
	"illegal_transition",
	"own_event",
	"own_organisation",
	"second_person",
	"organisation_held",
	"last_owner",
	"frozen",
	"season_closed",
	"read_only",
	"rate_limited",
	"bad_origin",
	"expired",
	"wrong_code",
	"too_many_tries",
	"factor_needed",
	"factor_locked",
	"proof_needed",
	"too_large",
	"unsupported_media",
	"skipped_time",
	"ambiguous_time",
	"unavailable",
	"misconfigured",
] as const;

export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number];

/** Messages of a form by field path (`"texts.az.title"`): message keys under `errors`, never prose. */
export type FieldErrors = Record<string, string>;

/** A refusal that the person can be told about; anything else thrown is a fault of ours. */
export class DomainError extends Error {
	readonly code: DomainErrorCode;
	readonly fields: FieldErrors;

	/** @param details `fields` for messages beside inputs; `cause` for the log only. */
	constructor(
		code: DomainErrorCode,
		details: { fields?: FieldErrors; message?: string; cause?: unknown } = {},
	) {
		super(details.message ?? code, { cause: details.cause });
		this.name = "DomainError";
		this.code = code;
		this.fields = details.fields ?? {};
	}
}
