import type { FormProblem } from "@/components/ui/error-summary";
import type { FormState } from "@/lib/http/form-state";

type Translate = (key: string, values?: Record<string, string>) => string;

/**
 * What a refused form tells: a sentence for each field, or one for the whole.
 * @param t texts of the namespace `errors`.
 */
export function problemsOf(state: FormState, t: Translate): FormProblem[] {
	if (state === null || state.ok) return [];
	const fields = Object.entries(state.fields);
	if (fields.length > 0) return fields.map(([field, key]) => ({ field, message: t(key) }));
	return [{ message: t(state.code, { reference: state.requestId ?? "" }) }];
}

/** The sentence beside one field, when it has one. */
export function fieldError(state: FormState, field: string, t: Translate): string | undefined {
	const key = state?.ok === false ? state.fields[field] : undefined;
	return key === undefined ? undefined : t(key);
}

/** What the person had typed into an input of a refused form. */
export function typedValue(state: FormState, name: string): string | undefined {
	return state?.ok === false ? state.values[name] : undefined;
}
