/** Puts values into the places {name} of a text; for the browser, which has no message formatter here. */
export function fill(text: string, values: Record<string, string>): string {
	return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
