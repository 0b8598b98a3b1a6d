import { z } from "zod";

/** What mails about members, the badge and the owner of an organisation say, by template. */
export const organisationMails = [
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
		template: z.literal("organisationReleased"),
		props: z.strictObject({ organisationId: z.uuid(), organisation: z.string() }),
	}),
	z.strictObject({
		template: z.literal("organisationHeldForName"),
		props: z.strictObject({ organisationId: z.uuid(), organisation: z.string() }),
	}),
	z.strictObject({
		template: z.literal("organisationClosed"),
		props: z.strictObject({ organisation: z.string(), reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("claimProof"),
		props: z.strictObject({
			link: z.url(),
			organisation: z.string(),
			/** Address of whoever claims the organisation. */
			claimant: z.string(),
		}),
	}),
	z.strictObject({
		template: z.literal("organisationClaimed"),
		props: z.strictObject({
			organisationId: z.uuid(),
			organisation: z.string(),
			country: z.string(),
		}),
	}),
	z.strictObject({
		template: z.literal("claimConfirmed"),
		props: z.strictObject({ organisationId: z.uuid(), organisation: z.string() }),
	}),
	z.strictObject({
		template: z.literal("claimRefused"),
		props: z.strictObject({ organisation: z.string(), reason: z.string() }),
	}),
	z.strictObject({
		template: z.literal("claimVoid"),
		props: z.strictObject({ organisation: z.string() }),
	}),
] as const;
