/** A public page that the navigation leads to; `name` is its text's key in `nav`. */
export type SitePage = { name: string; href: string };

/** What the calendar offers, in the order in which the menu and the foot name it. */
export const CALENDAR_PAGES: readonly SitePage[] = [
	{ name: "events", href: "/events" },
	{ name: "followTheSun", href: "/follow-the-sun" },
	{ name: "countries", href: "/countries" },
	{ name: "organisers", href: "/organisers" },
	{ name: "archive", href: "/archive" },
];

/** What there is about the day itself. */
export const DAY_PAGES: readonly SitePage[] = [
	{ name: "about", href: "/about" },
	{ name: "memorials", href: "/memorials" },
	{ name: "recognitions", href: "/recognitions" },
];

/** The few that a wide head has room for. */
export const HEAD_PAGES: readonly SitePage[] = [
	...CALENDAR_PAGES.slice(0, 3),
	...DAY_PAGES.slice(0, 1),
];
