import type { z } from "zod";
import { DomainError, type FieldErrors } from "@/lib/errors";
import { invalidInput } from "@/lib/http/zod-fields";

/**
 * The parameters of an address as a schema reads them; an empty one counts as absent.
 * @throws DomainError `invalid` with a message key for each bad, unknown or repeated parameter.
 */
export function readParameters<Schema extends z.ZodType>(
	url: URL,
	schema: Schema,
): z.output<Schema> {
	const given: Record<string, string> = {};
	const repeated: FieldErrors = {};
	for (const [name, value] of url.searchParams) {
		if (Object.hasOwn(given, name)) repeated[name] = "field.invalid";
		else if (value !== "") given[name] = value;
	}
	const parsed = schema.safeParse(given);
	const fields = { ...(parsed.success ? {} : invalidInput(parsed.error).fields), ...repeated };
	if (!parsed.success || Object.keys(fields).length > 0)
		throw new DomainError("invalid", { fields });
	return parsed.data;
}
