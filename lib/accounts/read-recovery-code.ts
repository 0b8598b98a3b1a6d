/** A code as people type it: without spaces and dashes, in capitals, letters that look like digits read as those. */
export function readRecoveryCode(typed: string): string {
	const code = typed.replace(/[\s\p{Pd}]/gu, "").toUpperCase();
	return code.replace(/[IL]/g, "1").replaceAll("O", "0");
}
