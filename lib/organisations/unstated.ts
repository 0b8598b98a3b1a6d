/**
 * Slug of the organisation that holds the imported events of which no source names the organiser. It is nobody: no page
 * shows it as an organiser and no number counts it.
 */
export const UNSTATED_SLUG = "archive-organiser-not-stated-in-the-source";
