import { currentSeason } from "@/lib/time/season";
import {
	comingEvent,
	eventWithParts,
	eventWithPictures,
	hiding,
	otherEvent,
	ownEvent,
	ownOrganisation,
	pastEvent,
	reportCase,
	reported,
	reportForm,
	requestTo,
	submission,
	territory,
} from "./page-paths";
import { ADMIN, COORDINATOR, ORGANISER } from "./people";
import { findOrganiserPath, findPublicPath } from "./public-path";

/** A page to visit; `path` is without language and is found out when the server runs. */
export type PageToVisit = {
	name: string;
	path: () => Promise<string> | string;
	/** Address of the demonstration's account that visits it. */
	as?: string;
	/** What most visitors see: looked at in every language. */
	isMain?: boolean;
	/** 200 unless told. */
	status?: number;
};

export const PUBLIC_PAGES: readonly PageToVisit[] = [
	{ name: "home", path: () => "", isMain: true },
	{ name: "list", path: () => "/events", isMain: true },
	{ name: "month", path: () => "/events?view=month", isMain: true },
	{ name: "map", path: () => "/events?view=map", isMain: true },
	{ name: "agenda", path: () => "/events?view=agenda&season=2020" },
	{ name: "hits of a mistyped word", path: () => "/events?q=exhibiton&season=all" },
	{ name: "events near a city", path: () => "/events?near=Berlin&radius=500&season=all" },
	{ name: "list of an earlier year", path: () => "/events?season=2020&type=ceremony" },
	{ name: "empty list", path: () => "/events?q=nothingiscalledthis" },
	{ name: "list of a bad address", path: () => "/events?country=XX&from=yesterday" },
	{
		name: "event of the demonstration",
		path: () => findPublicPath({ isDemo: true }),
		isMain: true,
	},
	{
		name: "event of the archive",
		path: () => findPublicPath({ isDemo: false, datePrecision: "day", season: 2020 }),
	},
	{
		name: "event of the archive without a day",
		path: () => findPublicPath({ isDemo: false, datePrecision: "year" }),
	},
	{ name: "event with several pictures", path: () => eventWithPictures() },
	{ name: "event with parts", path: () => eventWithParts("whole") },
	{ name: "part of an event", path: () => eventWithParts("part") },
	{ name: "about the day", path: () => "/about" },
	{ name: "memorials", path: () => "/memorials" },
	{ name: "recognitions", path: () => "/recognitions" },
	{ name: "the day itself", path: () => "/follow-the-sun", isMain: true },
	{ name: "wall screen", path: () => "/follow-the-sun/wall" },
	{ name: "countries", path: () => "/countries" },
	{ name: "country with events", path: () => "/countries/de", isMain: true },
	{ name: "country without events", path: () => "/countries/fj" },
	{ name: "country of which nothing is known", path: () => "/countries/bt" },
	{ name: "country that is none", path: () => "/countries/xx", status: 404 },
	{ name: "city", path: () => "/countries/de/berlin-2950159" },
	{ name: "city without events", path: () => "/countries/is/reykjavik-3413829", status: 404 },
	{ name: "organisers", path: () => "/organisers" },
	{
		name: "organiser that is a mission",
		path: () => "/organisers/embassy-of-azerbaijan-in-germany",
	},
	{ name: "organiser of one past event", path: () => findOrganiserPath("museum") },
	{
		name: "organiser that is nobody",
		path: () => "/organisers/archive-organiser-not-stated-in-the-source",
		status: 404,
	},
	{ name: "archive", path: () => "/archive" },
	{ name: "past season", path: () => "/archive/2020" },
	{ name: "this season", path: () => `/archive/${currentSeason(new Date())}` },
	{ name: "unknown season", path: () => "/archive/undated" },
	{ name: "season without events", path: () => "/archive/1995", status: 404 },
	{ name: "open interface", path: () => "/api" },
	{ name: "content rules", path: () => "/content-rules" },
	{ name: "privacy", path: () => "/privacy" },
	{ name: "report of an event", path: () => reportForm() },
	{
		name: "report of an organiser",
		path: () => "/report?organiser=embassy-of-azerbaijan-in-germany",
	},
	{ name: "receipt of a report", path: () => reported() },
	{ name: "receipt that is none", path: () => "/report/receipt?key=guessed", status: 404 },
	{ name: "event that is not there", path: () => "/events/2027/no-such-event", status: 404 },
	{ name: "page that is not there", path: () => "/no-such-page", status: 404 },
];

export const DESK_PAGES: readonly PageToVisit[] = [
	{ name: "sign-in", path: () => "/sign-in" },
	{ name: "check of a code nobody asked for", path: () => "/sign-in/check" },
	{ name: "link that is over", path: () => "/sign-in/link?token=over" },
	{ name: "outbox", path: () => "/outbox" },
	{ name: "account", path: () => "/my/account", as: ORGANISER },
	{ name: "deletion of the account", path: () => "/my/account/delete", as: ORGANISER },
	{ name: "account of an admin", path: () => "/my/account", as: ADMIN },
	{ name: "another proof", path: () => "/second-factor/again", as: COORDINATOR },
	{ name: "recovery codes", path: () => "/second-factor/codes", as: COORDINATOR },
	{ name: "import", path: () => "/my/import", as: ORGANISER },
	{ name: "my events", path: () => "/my", as: ORGANISER },
	{ name: "organisation form", path: () => "/my/organisations/new", as: ORGANISER },
	{ name: "own organisation", path: () => ownOrganisation(), as: ORGANISER },
	{ name: "profile form", path: () => ownOrganisation("/profile"), as: ORGANISER },
	{ name: "invitation that is none", path: () => "/invitation?token=none", as: ORGANISER },
	{ name: "invitation before sign-in", path: () => "/invitation?token=none" },
	{ name: "mailbox link that is over", path: () => "/mailbox?token=over" },
	{ name: "organisations in need", path: () => "/admin/organisations", as: COORDINATOR },
	{ name: "all organisations", path: () => "/admin/organisations?view=all", as: ADMIN },
	{ name: "official domains", path: () => "/admin/organisations/domains", as: ADMIN },
	{ name: "second factors", path: () => "/admin/second-factors", as: ADMIN },
	{ name: "emergency switches", path: () => "/admin/switches", as: ADMIN },
	{ name: "duty of a coordinator", path: () => "/admin/duty", as: COORDINATOR },
	{ name: "territories", path: () => "/admin/territories", as: ADMIN },
	{ name: "new territory", path: () => "/admin/territories/new", as: ADMIN },
	{ name: "territory", path: () => territory(), as: ADMIN },
	{ name: "blocklist", path: () => "/admin/blocklist", as: ADMIN },
	{ name: "organisation in review", path: () => ownOrganisation("", "/admin"), as: ADMIN },
	{ name: "begin an event", path: () => "/my/events/new", as: ORGANISER },
	{ name: "event form", path: () => ownEvent("draft", "/edit"), as: ORGANISER },
	{ name: "preview of a draft", path: () => ownEvent("draft", "/preview"), as: ORGANISER },
	{
		name: "event form with organisers found",
		path: () => ownEvent("draft", "/edit?organiser=embassy"),
		as: ORGANISER,
	},
	{ name: "request of another organisation", path: () => requestTo(), as: ORGANISER },
	{ name: "message to an organiser", path: () => otherEvent("/my/write"), as: ORGANISER },
	{
		name: "event form with problems",
		path: () => ownEvent("draft", "/edit?check=timed"),
		as: ORGANISER,
	},
	{
		name: "event with changes requested",
		path: () => ownEvent("changes_requested"),
		as: ORGANISER,
	},
	{ name: "repetition of a past event", path: () => pastEvent("/repeat"), as: ORGANISER },
	{ name: "recap of a past event", path: () => pastEvent("/recap"), as: ORGANISER },
	{ name: "cancellation", path: () => comingEvent("/cancel"), as: ORGANISER },
	{ name: "postponement", path: () => comingEvent("/postpone"), as: ORGANISER },
	{ name: "withdrawal", path: () => ownEvent("submitted", "/withdraw"), as: ORGANISER },
	{ name: "review queue", path: () => "/review", as: COORDINATOR },
	{ name: "published by trust", path: () => "/review?view=published", as: COORDINATOR },
	{ name: "decided queue", path: () => "/review?view=decided", as: COORDINATOR },
	{ name: "reports", path: () => "/review/reports", as: COORDINATOR },
	{ name: "case of reports", path: () => reportCase(), as: ADMIN },
	{ name: "hiding of an event", path: () => hiding(), as: ADMIN },
	{ name: "new submission", path: () => submission({ published: null }), as: ADMIN },
	{ name: "edit in review", path: () => submission({ published: { isNot: null } }), as: ADMIN },
];
