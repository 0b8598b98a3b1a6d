const SELECTION = /^\/events\/selection\/.*$/;

/** The path that stands in the visitor's address: a selection of events is rendered at an inner path of its own. */
export function shownPath(pathname: string): string {
	return pathname.replace(SELECTION, "/events");
}
