/** Parts of a place from small to large, with the comma of the reader's script. */
export function placeLine(parts: readonly (string | null)[], locale: string): string {
	return parts.filter(Boolean).join(locale === "ar" ? "، " : ", ");
}
