import type { z } from "zod";
import { DomainError, type FieldErrors } from "@/lib/errors";

type Issue = z.core.$ZodIssue;

/** Keys that our own schemas give as messages, such as "schedule.endBeforeStart". */
const MESSAGE_KEY = /^[a-z][A-Za-z]*(\.[a-zA-Z]+)+$/;

/** The refusal of input that a schema did not accept; at most one message key a field. */
export function invalidInput(error: z.ZodError): DomainError {
	const fields: FieldErrors = {};
	for (const issue of error.issues) {
		for (const path of pathsOf(issue)) fields[path] ??= messageKey(issue);
	}
	return new DomainError("invalid", { fields });
}

function pathsOf(issue: Issue): string[] {
	const path = issue.path.map(String);
	if (issue.code !== "unrecognized_keys") return [path.join(".")];
	return issue.keys.map((key) => [...path, key].join("."));
}

function messageKey(issue: Issue): string {
	if (MESSAGE_KEY.test(issue.message)) return issue.message;
	switch (issue.code) {
		case "unrecognized_keys":
			return "field.unknown";
		case "too_big":
			return "field.tooLong";
		case "too_small":
			return Number(issue.minimum) <= 1 ? "field.required" : "field.tooShort";
		case "invalid_type":
			return issue.input === undefined || issue.input === null ? "field.required" : "field.invalid";
		case "invalid_format":
			return formatKey(issue.format);
		default:
			return "field.invalid";
	}
}

function formatKey(format: string): string {
	if (format === "email") return "field.email";
	if (format === "url") return "field.url";
	return "field.invalid";
}
