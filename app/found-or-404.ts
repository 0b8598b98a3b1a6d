import "server-only";
import { notFound } from "next/navigation";
import { DomainError } from "@/lib/errors";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what may be an id; anything else in an address would be an error of the database. */
export function isId(value: unknown): value is string {
	return typeof value === "string" && UUID.test(value);
}

/** What `read` finds at an address with this id; where it finds nothing, or may not, the page does not exist. */
export async function foundOr404<Found>(id: string, read: () => Promise<Found>): Promise<Found> {
	if (!isId(id)) notFound();
	try {
		return await read();
	} catch (error) {
		if (error instanceof DomainError && error.code === "not_found") notFound();
		throw error;
	}
}
