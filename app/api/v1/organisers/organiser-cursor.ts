/** Where the next page of organisers begins: name and slug of the last one. Opaque to callers. */
type OrganiserCursor = { name: string; slug: string };

/** A cursor as text for addresses. */
export function writeOrganiserCursor({ name, slug }: OrganiserCursor): string {
	return Buffer.from(`${slug} ${name}`).toString("base64url");
}

const CURSOR = /^([a-z0-9-]{1,120}) (.{1,300})$/s;

/** The cursor in a text, or null when it is none of ours. */
export function readOrganiserCursor(text: string): OrganiserCursor | null {
	const [, slug, name] = CURSOR.exec(Buffer.from(text, "base64url").toString("utf8")) ?? [];
	return slug && name ? { slug, name } : null;
}

/** Order of organisers in lists: by the signs of their names, so that a cursor means the same in every language. */
export function byName(a: OrganiserCursor, b: OrganiserCursor): number {
	if (a.name !== b.name) return a.name < b.name ? -1 : 1;
	return a.slug < b.slug ? -1 : Number(a.slug > b.slug);
}
