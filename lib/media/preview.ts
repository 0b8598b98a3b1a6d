/** Size in pixels that link previews ask for. */
export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

/** Grows when the same words are drawn otherwise. */
export const PREVIEW_DESIGN = 1;

/** The words of a preview; each must be `drawable`. */
export type Preview = {
	/** Of the reader's language: the side on which everything begins. */
	direction: "ltr" | "rtl";
	mark: { day: string; month: string; tagline: string | null };
	/** What must not be overlooked, such as "Cancelled"; null mostly. */
	notice: string | null;
	title: { text: string; direction: "ltr" | "rtl" };
	/** The day, then the place; either may be missing. */
	facts: readonly string[];
};
