/** The calendar day on the visitor's own clock, "YYYY-MM-DD"; only for the browser. */
export function localDay(now: Date): string {
	const month = String(now.getMonth() + 1).padStart(2, "0");
	return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, "0")}`;
}
