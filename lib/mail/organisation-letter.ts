import type { z } from "zod";
import type { Body, Words } from "@/lib/mail/letter";
import type { MailContent } from "@/lib/mail/mail-schema";
import type { organisationMails } from "@/lib/mail/organisation-mails";
import { countryName } from "@/lib/places/countries";
import type { Locale } from "@/lib/text/languages";

type Template = z.infer<(typeof organisationMails)[number]>["template"] | "organisationHeld";

/** About members, the badge and the owner of an organisation. */
export function organisationLetter(
	{ template, props }: Extract<MailContent, { template: Template }>,
	words: Words,
	{ locale, home }: { locale: Locale; home: string },
): Body {
	const about = (url: string, values: Record<string, string>): Body => ({
		subject: words(`${template}.subject`, values),
		paragraphs: [words(`${template}.text`, values)],
		action: { label: words(`${template}.action`), url },
	});
	switch (template) {
		case "invitation":
			return {
				subject: words("invitation.subject", { organisation: props.organisation }),
				action: { label: words("invitation.action"), url: props.link },
				paragraphs: [
					words(`invitation.${props.role}`, { organisation: props.organisation }),
					words("invitation.once"),
					words("invitation.ignore"),
				],
				footer: words("invitation.footer"),
			};
		case "mailboxProof":
			return {
				...about(props.link, { organisation: props.organisation }),
				paragraphs: [
					words("mailboxProof.text", { organisation: props.organisation }),
					words("mailboxProof.ignore"),
				],
				footer: words("invitation.footer"),
			};
		case "verificationRequested":
		case "organisationClaimed":
			return about(`${home}/admin/organisations/${props.organisationId}`, {
				organisation: props.organisation,
				country: countryName(props.country, locale),
			});
		case "claimProof": {
			const { link, ...said } = props;
			return {
				...about(link, said),
				paragraphs: [words("claimProof.text", said), words("mailboxProof.ignore")],
				footer: words("invitation.footer"),
			};
		}
		case "claimRefused":
			return {
				...about(`${home}/my/organisations/claim`, { organisation: props.organisation }),
				quote: props.reason,
			};
		case "organisationClosed":
			return {
				...about(`${home}/my`, { organisation: props.organisation }),
				quote: props.reason,
			};
		case "claimVoid":
			return about(`${home}/my`, { organisation: props.organisation });
		case "claimConfirmed":
		case "organisationVerified":
		case "organisationReleased":
		case "organisationHeldForName":
			return about(`${home}/my/organisations/${props.organisationId}`, {
				organisation: props.organisation,
			});
		case "organisationHeld":
			return {
				...about(`${home}/my/organisations/${props.organisationId}`, {
					organisation: props.organisation,
				}),
				quote: props.reason,
			};
	}
}
