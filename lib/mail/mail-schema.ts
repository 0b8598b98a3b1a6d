import { z } from "zod";
import { organisationMails } from "./organisation-mails";

const title = z.string();
/** A number as text. */
const count = z.string().regex(/^\d+$/);
const eventId = z.uuid();

const about = { eventId, title };
/** To a reviewer. */
const waiting = z.strictObject({ ...about, organisation: z.string(), country: z.string() });
/** A decision with its reason. */
const refusal = z.strictObject({ ...about, reason: z.string() });
const approval = z.strictObject({
	...about,
	path: z.string().startsWith("/"),
	reason: z.string().optional(),
});

/** To an event's owner: what an organisation that it asked has said. */
const partnerOf = z.strictObject({ ...about, organisation: z.string() });

const publicChange = {
	eventId,
	title,
	organisation: z.string(),
	path: z.string().startsWith("/"),
};

const calledOff = {
	...publicChange,
	reason: z.string(),
	/** Titles of what is off with it, as a JSON list. */
	others: z.string().optional(),
};

/** First and last day, "YYYY-MM-DD". */
const daysAway = z.strictObject({ fromDate: z.iso.date(), toDate: z.iso.date() });

/** To a visitor who has reported something; `title` is "" where it is not public any more. */
const reported = { reference: z.string(), path: z.string().startsWith("/"), title };

/** What happened to a person's second factor. */
export const FACTOR_CHANGES = [
	"app_added",
	"app_removed",
	"passkey_added",
	"passkey_removed",
	"codes_made",
	"code_used",
	"reset",
] as const;
export type FactorChange = (typeof FACTOR_CHANGES)[number];

const templates = z.discriminatedUnion("template", [
	z.strictObject({
		template: z.literal("signIn"),
		props: z.strictObject({ link: z.url(), code: z.string(), expiresAt: z.iso.datetime() }),
	}),
	z.strictObject({ template: z.literal("eventSubmitted"), props: z.strictObject(about) }),
	z.strictObject({ template: z.literal("eventWaiting"), props: waiting }),
	z.strictObject({
		template: z.literal("eventsWaiting"),
		props: z.strictObject({ count, /** As JSON (`digestLines`). */ first: z.string() }),
	}),
	z.strictObject({ template: z.literal("eventApproved"), props: approval }),
	z.strictObject({ template: z.literal("changesRequested"), props: refusal }),
	z.strictObject({ template: z.literal("eventRejected"), props: refusal }),
	z.strictObject({ template: z.literal("changeRejected"), props: refusal }),
	z.strictObject({ template: z.literal("decisionTakenBack"), props: refusal }),
	z.strictObject({
		template: z.literal("eventWithdrawn"),
		props: z.strictObject({
			eventId,
			title,
			organisation: z.string(),
			/** What the person is to it; mails that waited since before this was said are for reviewers. */
			to: z.enum(["members", "coOrganisers", "reviewers"]).default("reviewers"),
		}),
	}),
	...organisationMails,
	z.strictObject({
		template: z.literal("organisationHeld"),
		props: z.strictObject({
			organisationId: z.uuid(),
			organisation: z.string(),
			reason: z.string(),
		}),
	}),
	z.strictObject({
		template: z.literal("eventCancelled"),
		props: z.strictObject(calledOff),
	}),
	z.strictObject({
		template: z.literal("eventPostponed"),
		props: z.strictObject(calledOff),
	}),
	z.strictObject({
		template: z.literal("eventChanged"),
		props: z.strictObject(publicChange),
	}),
	z.strictObject({
		template: z.literal("coOrganiserAsked"),
		props: z.strictObject({
			requestId: z.uuid(),
			title,
			organisation: z.string(),
			/** The organisation that is asked. */
			partner: z.string(),
		}),
	}),
	z.strictObject({ template: z.literal("coOrganiserAccepted"), props: partnerOf }),
	z.strictObject({ template: z.literal("coOrganiserDeclined"), props: partnerOf }),
	z.strictObject({ template: z.literal("coOrganiserLeft"), props: partnerOf }),
	z.strictObject({
		template: z.literal("organiserMessage"),
		props: z.strictObject({
			eventId,
			title,
			/** For which the writer writes. */
			organisation: z.string(),
			/** The writer's; "" where none is known. */
			name: z.string(),
			/** The writer's address: an answer goes there. */
			replyTo: z.email().max(254),
			message: z.string(),
		}),
	}),
	z.strictObject({
		template: z.literal("importFinished"),
		props: z.strictObject({ importId: z.uuid(), organisation: z.string(), count: z.string() }),
	}),
	z.strictObject({
		template: z.literal("importReturned"),
		props: z.strictObject({
			importId: z.uuid(),
			organisation: z.string(),
			reason: z.enum(["access", "problems", "season"]),
		}),
	}),
	z.strictObject({ template: z.literal("recapAsked"), props: z.strictObject(about) }),
	z.strictObject({ template: z.literal("recapReminder"), props: z.strictObject(about) }),
	z.strictObject({
		template: z.literal("reviewDigest"),
		props: z.strictObject({
			waiting: count,
			/** Of these, whose day is near. */
			soon: count,
			/** Of these, who wait too long. */
			late: count,
			recaps: count,
			/** Open cases; like the two below "0" in mails of before they were counted. */
			reports: count.default("0"),
			/** Events with answers that nobody has read. */
			answers: count.default("0"),
			organisations: count.default("0"),
			/** Those that stand first, as JSON (`digestLines`). */
			first: z.string(),
		}),
	}),
	z.strictObject({
		template: z.literal("submissionsLate"),
		props: z.strictObject({ count, /** As JSON (`digestLines`). */ first: z.string() }),
	}),
	z.strictObject({
		template: z.literal("coordinatorNamed"),
		props: z.strictObject({
			territory: z.string(),
			/** ISO 3166-1 alpha-2, separated by spaces. */
			countries: z.string(),
			role: z.enum(["coordinator", "deputy"]),
		}),
	}),
	z.strictObject({ template: z.literal("absenceEntered"), props: daysAway }),
	z.strictObject({ template: z.literal("absenceRemoved"), props: daysAway }),
	z.strictObject({ template: z.literal("recapApproved"), props: approval }),
	z.strictObject({ template: z.literal("recapReturned"), props: refusal }),
	z.strictObject({ template: z.literal("recapRejected"), props: refusal }),
	z.strictObject({ template: z.literal("recapDecisionTakenBack"), props: refusal }),
	z.strictObject({
		template: z.literal("coordinatorAsks"),
		props: z.strictObject({ ...about, message: z.string() }),
	}),
	z.strictObject({
		template: z.literal("organiserAnswers"),
		props: z.strictObject({ ...about, organisation: z.string(), message: z.string() }),
	}),
	z.strictObject({ template: z.literal("eventTakenDown"), props: refusal }),
	z.strictObject({
		template: z.literal("eventRestored"),
		props: z.strictObject({ ...about, path: z.string().startsWith("/") }),
	}),
	z.strictObject({ template: z.literal("reportReceived"), props: z.strictObject(reported) }),
	z.strictObject({
		template: z.literal("reportAnswered"),
		props: z.strictObject({ ...reported, answer: z.string() }),
	}),
	z.strictObject({
		template: z.literal("reportClosed"),
		props: z.strictObject({
			...reported,
			outcome: z.enum(["corrected", "asked", "hidden", "kept", "unclear"]),
		}),
	}),
	z.strictObject({
		template: z.literal("reportUrgent"),
		props: z.strictObject({ caseId: z.uuid(), title, country: z.string() }),
	}),
	z.strictObject({
		template: z.literal("factorChanged"),
		props: z.strictObject({ change: z.enum(FACTOR_CHANGES) }),
	}),
	z.strictObject({ template: z.literal("adminNamed"), props: z.strictObject({}) }),
	z.strictObject({
		template: z.literal("accountClosed"),
		props: z.strictObject({ reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("accountDeleted"),
		props: z.strictObject({}),
	}),
]);

/** Submissions that a mail names, with their titles in the reader's language. */
export const digestLines = z.array(
	z.strictObject({
		eventId,
		title,
		organisation: z.string(),
		/** ISO 3166-1 alpha-2. */
		country: z.string().nullable(),
		/** "YYYY-MM-DD". */
		day: z.string().nullable(),
	}),
);
export type DigestLine = z.infer<typeof digestLines>[number];

/** What a mail says, by template. */
export type MailContent = z.infer<typeof templates>;

/** A mail to one person in their language. */
export type Mail = { to: string; locale: string } & MailContent;

/**
 * Reads the template and its props back from a job.
 * @throws ZodError when an older version queued something else.
 */
export function parseMailContent(job: {
	template: string;
	props: Record<string, string>;
}): MailContent {
	return templates.parse({ template: job.template, props: job.props });
}

/** An address that can stand in a header: no line breaks, lists, comments or display names. */
export const mailAddress = z.email().max(254);
