/** The calendar day on the visitor's own clock, "YYYY-MM-DD"; only for the browser. */
export function localDay(now: Date): string {
	const month = String(now.getMonth() + 1).padStart(2, "0");
	return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, "0")}`;
}

/** What the visitor's own clock shows at an instant, "HH:MM"; only for the browser. */
export function localTime(instant: Date): string {
	const minutes = String(instant.getMinutes()).padStart(2, "0");
	return `${String(instant.getHours()).padStart(2, "0")}:${minutes}`;
}
