/** Whether a program's or PostgreSQL's words mean that the disk is full. */
export function isDiskFull(text: string): boolean {
	// PostgreSQL tells a half-written block in its own words.
	return /ENOSPC|no space left on device|wrote only \d+ of \d+ bytes/i.test(text);
}
