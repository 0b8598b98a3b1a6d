import { DomainError } from "@/lib/errors";

/** A refusal of the file as a whole, with the message key of its reason. */
export function refusedFile(key: string): DomainError {
	return new DomainError("invalid", { fields: { file: key } });
}
