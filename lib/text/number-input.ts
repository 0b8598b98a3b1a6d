import { z } from "zod";

/**
 * A number as forms and addresses give it: a number, or its digits as text. Unlike `z.coerce.number` it takes no empty or
 * blank text, list, boolean or null for 0 or 1. `error` is a message key.
 */
export function numberInput(error: string) {
	const digits = z
		.string()
		.max(40)
		.regex(/^\s*[-+]?\d+(\.\d+)?(e[-+]?\d{1,3})?\s*$/i)
		.transform(Number);
	return z.union([z.number(), digits], error).pipe(z.number(error));
}

/** A whole number of at least 0, such as a version. */
export function countInput(error: string) {
	return numberInput(error).pipe(z.number().int(error).min(0, error));
}
