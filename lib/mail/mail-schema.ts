import { z } from "zod";

const title = z.string();
const eventId = z.uuid();

const publicChange = {
	eventId,
	title,
	organisation: z.string(),
	path: z.string().startsWith("/"),
};

const templates = z.discriminatedUnion("template", [
	z.strictObject({
		template: z.literal("signIn"),
		props: z.strictObject({ link: z.url(), code: z.string(), expiresAt: z.iso.datetime() }),
	}),
	z.strictObject({
		template: z.literal("eventSubmitted"),
		props: z.strictObject({ eventId, title }),
	}),
	z.strictObject({
		template: z.literal("eventWaiting"),
		props: z.strictObject({ eventId, title, organisation: z.string(), country: z.string() }),
	}),
	z.strictObject({
		template: z.literal("eventApproved"),
		props: z.strictObject({
			eventId,
			title,
			path: z.string().startsWith("/"),
			reason: z.string().optional(),
		}),
	}),
	z.strictObject({
		template: z.literal("changesRequested"),
		props: z.strictObject({ eventId, title, reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("eventRejected"),
		props: z.strictObject({ eventId, title, reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("changeRejected"),
		props: z.strictObject({ eventId, title, reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("eventWithdrawn"),
		props: z.strictObject({ eventId, title, organisation: z.string() }),
	}),
	z.strictObject({
		template: z.literal("invitation"),
		props: z.strictObject({
			link: z.url(),
			organisation: z.string(),
			role: z.enum(["owner", "editor"]),
		}),
	}),
	z.strictObject({
		template: z.literal("mailboxProof"),
		props: z.strictObject({ link: z.url(), organisation: z.string() }),
	}),
	z.strictObject({
		template: z.literal("verificationRequested"),
		props: z.strictObject({
			organisationId: z.uuid(),
			organisation: z.string(),
			country: z.string(),
		}),
	}),
	z.strictObject({
		template: z.literal("organisationVerified"),
		props: z.strictObject({ organisationId: z.uuid(), organisation: z.string() }),
	}),
	z.strictObject({
		template: z.literal("eventCancelled"),
		props: z.strictObject({ ...publicChange, reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("eventPostponed"),
		props: z.strictObject({ ...publicChange, reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("eventChanged"),
		props: z.strictObject(publicChange),
	}),
	z.strictObject({
		template: z.literal("importFinished"),
		props: z.strictObject({ importId: z.uuid(), organisation: z.string(), count: z.string() }),
	}),
	z.strictObject({
		template: z.literal("importWaiting"),
		props: z.strictObject({ organisation: z.string(), country: z.string(), count: z.string() }),
	}),
	z.strictObject({
		template: z.literal("recapAsked"),
		props: z.strictObject({ eventId, title }),
	}),
	z.strictObject({
		template: z.literal("recapReminder"),
		props: z.strictObject({ eventId, title }),
	}),
	z.strictObject({
		template: z.literal("recapWaiting"),
		props: z.strictObject({ eventId, title, organisation: z.string(), country: z.string() }),
	}),
	z.strictObject({
		template: z.literal("recapApproved"),
		props: z.strictObject({
			eventId,
			title,
			path: z.string().startsWith("/"),
			reason: z.string().optional(),
		}),
	}),
	z.strictObject({
		template: z.literal("recapReturned"),
		props: z.strictObject({ eventId, title, reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("recapRejected"),
		props: z.strictObject({ eventId, title, reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("accountDeleted"),
		props: z.strictObject({}),
	}),
]);

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
