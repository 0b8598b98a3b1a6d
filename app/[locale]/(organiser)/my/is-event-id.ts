const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what may be the id of an event; anything else in an address would be an error of the database. */
export function isEventId(value: unknown): value is string {
	return typeof value === "string" && UUID.test(value);
}
