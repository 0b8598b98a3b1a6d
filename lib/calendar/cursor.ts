/** Where the next page begins: the sort key of the last event. Opaque to callers. */
export type Cursor = { sortAt: Date; id: string };

/** A cursor as text for addresses. */
export function writeCursor({ sortAt, id }: Cursor): string {
	return Buffer.from(`${sortAt.getTime()} ${id}`).toString("base64url");
}

const CURSOR = /^(\d{1,15}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** The last day of the year 9999, where events without a year stand. */
const LATEST_SORT_MS = Date.UTC(10_000, 0, 1) - 1;

/**
 * The cursor in a text, or null when it is none of ours. No event is earlier than 1992, so an instant is never negative.
 */
export function readCursor(text: string): Cursor | null {
	const match = CURSOR.exec(Buffer.from(text, "base64url").toString("utf8"));
	const sortMs = Number(match?.[1]);
	if (!match?.[2] || sortMs > LATEST_SORT_MS) return null;
	return { sortAt: new Date(sortMs), id: match[2] };
}
