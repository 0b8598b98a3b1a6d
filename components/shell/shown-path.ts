const SELECTION = /^(\/[a-z]+\/events)\/selection\/.*$/;

/** The path in the visitor's address bar: a selection of events is rendered at an inner path of its own. */
export function shownPath(pathname: string): string {
	return pathname.replace(SELECTION, "$1");
}
