/** Who asks: each is a person with a session of their own, or nobody. */
export const ACTORS = [
	"nobody",
	"stranger",
	"owner elsewhere",
	"owner",
	"editor",
	"coordinator",
	"coordinator elsewhere",
	"coordinator and editor",
	"admin",
	"admin unproven",
	/** Signed in as a coordinator, and no longer one. */
	"demoted coordinator",
	"closed account",
] as const;
export type Actor = (typeof ACTORS)[number];

export const signedIn = ACTORS.filter((actor) => actor !== "nobody" && actor !== "closed account");
export const members: readonly Actor[] = ["owner", "editor", "coordinator and editor"];
export const withOrganisation: readonly Actor[] = ["owner elsewhere", ...members];
/** Who may open the desk; of other countries' events they see nothing there. */
export const reviewers: readonly Actor[] = [
	"coordinator",
	"coordinator elsewhere",
	"coordinator and editor",
	"admin",
];
export const ofTheCountry: readonly Actor[] = ["coordinator", "coordinator and editor", "admin"];
export const deciders: readonly Actor[] = ["coordinator", "admin"];
export const admins: readonly Actor[] = ["admin"];
