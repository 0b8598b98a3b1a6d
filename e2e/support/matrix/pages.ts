import {
	type Actor,
	admins,
	deciders,
	members,
	ofTheCountry,
	reviewers,
	signedIn,
	withOrganisation,
} from "./actors";
import type { Ids } from "./scene";

/** Of pages that an event shows only in another state than the one it is in here: nobody has them, and no one more. */
const nobody: readonly Actor[] = [];
/** Told apart by a secret in the address, or for everybody; tried elsewhere. */
export const OPEN = [
	"(account)/invitation",
	"(account)/mailbox",
	"(account)/outbox",
	"(account)/report",
	"(account)/report/receipt",
	"(account)/sign-in",
	"(account)/sign-in/check",
	"(account)/sign-in/link",
	// Lead on by what the session has proven (second-factor-skipped.spec.ts).
	"(account)/second-factor",
	"(account)/second-factor/again",
	"(account)/second-factor/app",
	"(account)/second-factor/codes",
	// Their ids are of imports, recaps, requests and others' public events (imports, recaps, answer-request, write-to tests).
	"(organiser)/my/import/[id]",
	"(organiser)/my/import/[id]/rows/[number]",
	"(organiser)/my/together/[id]",
	"(organiser)/my/write/[id]",
	"(moderation)/review/recaps/[id]",
];

export const PAGES: Record<string, readonly Actor[]> = {
	"(account)/my/account": signedIn,
	"(account)/my/account/delete": signedIn.filter((actor) => actor !== "admin unproven"),
	"(organiser)/my": signedIn,
	"(organiser)/my/events/new": withOrganisation,
	"(organiser)/my/import": withOrganisation,
	"(organiser)/my/organisations/claim": signedIn,
	"(organiser)/my/organisations/new": signedIn,
	"(organiser)/my/events/[id]": members,
	"(organiser)/my/events/[id]/cancel": nobody,
	"(organiser)/my/events/[id]/discard": nobody,
	"(organiser)/my/events/[id]/edit": members,
	"(organiser)/my/events/[id]/postpone": nobody,
	"(organiser)/my/events/[id]/preview": members,
	"(organiser)/my/events/[id]/recap": members,
	"(organiser)/my/events/[id]/repeat": nobody,
	"(organiser)/my/events/[id]/withdraw": members,
	"(organiser)/my/organisations/[id]": members,
	"(organiser)/my/organisations/[id]/profile": ["owner"],
	"(moderation)/review": reviewers,
	"(moderation)/review/bulk": reviewers,
	"(moderation)/review/messages": reviewers,
	"(moderation)/review/reports": reviewers,
	"(moderation)/review/[id]": ofTheCountry,
	"(moderation)/review/[id]/hide": nobody,
	"(moderation)/review/reports/[id]": deciders,
	"(admin)/admin/duty": reviewers,
	"(admin)/admin/figures": reviewers,
	"(admin)/admin/figures/report": reviewers,
	"(admin)/admin/organisations": reviewers,
	"(admin)/admin/organisations/[id]": ofTheCountry,
	"(admin)/admin/organisations/domains": reviewers,
	"(admin)/admin/audit": admins,
	"(admin)/admin/blocklist": admins,
	"(admin)/admin/people": admins,
	"(admin)/admin/people/[id]": admins,
	"(admin)/admin/second-factors": admins,
	"(admin)/admin/seasons": admins,
	"(admin)/admin/seasons/[year]": admins,
	"(admin)/admin/silence": admins,
	"(admin)/admin/switches": admins,
	"(admin)/admin/territories": admins,
	"(admin)/admin/territories/[id]": admins,
	"(admin)/admin/territories/new": admins,
};

export const ROUTES: Record<string, { path: (ids: Ids) => string; for: readonly Actor[] }> = {
	"[locale]/(admin)/admin/figures/csv": { path: () => "/en/admin/figures/csv", for: reviewers },
	"api/admin/audit/[file]": { path: () => "/api/admin/audit/audit.csv", for: admins },
	"api/own/events/[organisation]/[file]": {
		path: ({ organisation }) => `/api/own/events/${organisation}/events.json`,
		for: members,
	},
	"api/own/account.json": { path: () => "/api/own/account.json", for: signedIn },
	"api/own/template/[file]": { path: () => "/api/own/template/events.csv", for: signedIn },
	"api/my/organisers": { path: () => "/api/my/organisers?q=embassy", for: signedIn },
	"api/my/clashes": { path: () => "/api/my/clashes", for: signedIn },
	"api/my/surroundings": { path: () => "/api/my/surroundings", for: signedIn },
};

/** A page's address with the ids of the scene in it. */
export function pathOf(page: string, ids: Ids): string {
	const id = page.includes("/organisations/")
		? ids.organisation
		: page.includes("/people/")
			? ids.person
			: page.includes("/territories/")
				? ids.territory
				: page.includes("/reports/")
					? ids.case
					: ids.event;
	return `/en/${page
		.replace(/^\([a-z]+\)\//, "")
		.replace("[id]", id)
		.replace("[year]", "2027")}`;
}
