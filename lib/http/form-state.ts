import type { DomainErrorCode, FieldErrors } from "@/lib/errors";

/**
 * What a server action answers to its form: nothing yet, done, or refused. `values` keeps what was
 * typed, by input name, so that a form without script shows it again; `fields` holds message keys
 * under the namespace `errors` by field path (`"texts.az.title"`).
 */
export type FormState<Data = unknown> =
	| null
	| {
			ok: true;
			data: Data;
			/** Where the form is shown again although it was taken. */
			values?: Record<string, string>;
	  }
	| {
			ok: false;
			code: DomainErrorCode | "unexpected";
			fields: FieldErrors;
			values: Record<string, string>;
			/** Present for faults of ours: what to name when asking for help. */
			requestId?: string;
	  };
