import { z } from "zod";

/** What each job carries; parsed again when it runs, since a deploy may lie between. */
export const jobSchemas = {
	/** One mail; `lib/mail` knows the templates and their props. */
	"mail.send": z.strictObject({
		to: z.string(),
		locale: z.string(),
		template: z.string(),
		props: z.record(z.string(), z.string()),
	}),
	/** Looks at every row of an import and notes what is wrong with it. */
	"imports.check": z.strictObject({ importId: z.uuid() }),
	/** Makes the rows of an import events, all or none. */
	"imports.run": z.strictObject({ importId: z.uuid() }),
	/** Asks the members of organisations how their events of yesterday were, and reminds them once. */
	"recaps.ask": z.looseObject({}),
	/** Mails reviewers in their morning what waits for them. */
	"reviews.digest": z.looseObject({}),
	/** Mails reviewers what begins within days. */
	"reviews.urgent": z.looseObject({}),
	/** Tells the admins of what waits too long, and frees what absent reviewers had taken on. */
	"reviews.escalate": z.looseObject({}),
	/** Deletes what has expired. */
	"cleaning.run": z.looseObject({}),
} as const;

export type JobName = keyof typeof jobSchemas;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobSchemas)[Name]>;

/** What a handler knows about the job besides its payload. */
export type JobContext = {
	/** Number of the job in the queue; the same at each retry. */
	jobId: string;
	createdAt: Date;
	/** 1 at the first try. */
	attempt: number;
};

export type JobHandlers = {
	[Name in JobName]: (payload: JobPayload<Name>, context: JobContext) => Promise<void>;
};
