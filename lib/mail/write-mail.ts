import { createTranslator } from "use-intl/core";
import { z } from "zod";
import { loadMessages } from "@/i18n/messages";
import { type Body, type Letter, linesOf, reporterLetter, type Words } from "@/lib/mail/letter";
import type { MailContent } from "@/lib/mail/mail-schema";
import { organisationLetter } from "@/lib/mail/organisation-letter";
import { countryName } from "@/lib/places/countries";
import { isLocale, type Locale } from "@/lib/text/languages";
import { formatDayRange } from "@/lib/time/format";

/**
 * Writes a mail in the person's language (English for a language we lack).
 * @param appUrl origin of every link, from the environment and never from a request.
 */
export async function writeMail(
	content: MailContent,
	person: { locale: string },
	appUrl: string,
): Promise<Letter> {
	const locale = isLocale(person.locale) ? person.locale : "en";
	// Keys are built from template names; write-mail.test.ts writes every template in every language.
	const translate: ReturnType<typeof createTranslator> = createTranslator({
		locale,
		messages: await loadMessages(locale),
	});
	const words: Words = (key, values = {}) => translate(`mail.${key}`, values);
	const letter = letterOf(content, words, { locale, home: `${appUrl}/${locale}` });
	return { locale, product: words("product"), footer: words("footer"), ...letter };
}

function letterOf(
	content: MailContent,
	words: Words,
	{ locale, home }: { locale: Locale; home: string },
): Body {
	const { template, props } = content;
	const about = (url: string, values: Record<string, string>): Body => ({
		subject: words(`${template}.subject`, values),
		paragraphs: [words(`${template}.text`, values)],
		action: { label: words(`${template}.action`), url },
	});
	switch (template) {
		case "signIn":
			return {
				...about(props.link, {}),
				paragraphs: [words("signIn.text"), words("signIn.once"), words("signIn.ignore")],
				code: { label: words("signIn.code"), value: props.code },
			};
		case "eventSubmitted":
			return about(`${home}/my/events/${props.eventId}`, { title: props.title });
		case "eventWaiting":
			return about(`${home}/review/${props.eventId}`, {
				title: props.title,
				organisation: props.organisation,
				country: countryName(props.country, locale),
			});
		case "eventApproved":
			return {
				...about(`${home}${props.path}`, { title: props.title }),
				...(props.reason ? { quote: props.reason } : {}),
			};
		case "changesRequested":
		case "eventRejected":
		case "changeRejected":
		case "decisionTakenBack":
			return {
				...about(`${home}/my/events/${props.eventId}`, { title: props.title }),
				quote: props.reason,
			};
		case "eventCancelled":
		case "eventPostponed":
			return calledOffBody(
				about(`${home}${props.path}`, {
					title: props.title,
					organisation: props.organisation,
				}),
				{ ...props, words, locale },
			);
		case "eventChanged":
			return about(`${home}${props.path}`, {
				title: props.title,
				organisation: props.organisation,
			});
		case "coOrganiserAsked":
			return about(`${home}/my/together/${props.requestId}`, {
				title: props.title,
				organisation: props.organisation,
				partner: props.partner,
			});
		case "coOrganiserAccepted":
		case "coOrganiserDeclined":
		case "coOrganiserLeft":
			return about(`${home}/my/events/${props.eventId}`, {
				title: props.title,
				organisation: props.organisation,
			});
		case "organiserMessage": {
			const { title, organisation, name, replyTo } = props;
			const writer = name ? `${name} (${replyTo})` : replyTo;
			return {
				...about(`${home}/my/events/${props.eventId}`, { title, organisation, writer }),
				paragraphs: [
					words("organiserMessage.text", { title, organisation, writer }),
					words("organiserMessage.answer", { writer }),
					words("organiserMessage.unread"),
				],
				quote: props.message,
			};
		}
		case "eventWithdrawn": {
			const { eventId, to, ...values } = props;
			if (to === "coOrganisers")
				return {
					...about(`${home}/my`, values),
					action: { label: words("eventWithdrawn.toDesk"), url: `${home}/my` },
				};
			return about(`${home}/${to === "members" ? "my/events" : "review"}/${eventId}`, values);
		}
		case "invitation":
		case "mailboxProof":
		case "claimProof":
		case "verificationRequested":
		case "organisationClaimed":
		case "claimConfirmed":
		case "organisationVerified":
		case "organisationHeld":
		case "organisationHeldForName":
		case "organisationReleased":
		case "organisationClosed":
		case "claimRefused":
		case "claimVoid":
			return organisationLetter(content, words, { locale, home });
		case "importFinished":
			return about(`${home}/my/import/${props.importId}`, {
				organisation: props.organisation,
				count: props.count,
			});
		case "importReturned": {
			const { importId, reason, organisation } = props;
			// Whoever may not import any more does not find the import either.
			const page = reason === "access" ? "my" : `my/import/${importId}`;
			return {
				...about(`${home}/${page}`, { organisation }),
				paragraphs: [
					words("importReturned.text", { organisation }),
					words(`importReturned.${reason}`, { organisation }),
				],
			};
		}
		case "recapAsked":
		case "recapReminder":
			return about(`${home}/my/events/${props.eventId}/recap`, { title: props.title });
		case "reviewDigest": {
			const { first, ...counts } = props;
			const also = (["soon", "late", "recaps", "reports", "answers", "organisations"] as const)
				.filter((name) => counts[name] !== "0")
				.map((name) => words(`reviewDigest.${name}`, counts));
			return {
				...about(`${home}/review`, counts),
				paragraphs: [[words("reviewDigest.text", counts), ...also].join(" ")],
				list: linesOf(first, { locale, home }),
			};
		}
		case "eventsWaiting":
			return {
				...about(`${home}/review`, { count: props.count }),
				list: linesOf(props.first, { locale, home }),
			};
		case "submissionsLate":
			return {
				...about(`${home}/review?late=1`, { count: props.count }),
				list: linesOf(props.first, { locale, home }),
			};
		case "coordinatorNamed": {
			const countries = props.countries
				.split(" ")
				.map((code) => countryName(code, locale))
				.sort((one, other) => one.localeCompare(other, locale));
			const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(countries);
			return {
				subject: words("coordinatorNamed.subject", { territory: props.territory }),
				paragraphs: [
					words(`coordinatorNamed.${props.role}`, {
						territory: props.territory,
						countries: names,
					}),
				],
				action: { label: words("coordinatorNamed.action"), url: `${home}/admin/duty` },
			};
		}
		case "absenceEntered":
		case "absenceRemoved":
			return about(`${home}/admin/duty`, {
				days: formatDayRange(props.fromDate, props.toDate, locale),
			});
		case "recapApproved":
			return {
				...about(`${home}${props.path}`, { title: props.title }),
				...(props.reason ? { quote: props.reason } : {}),
			};
		case "recapReturned":
		case "recapRejected":
		case "recapDecisionTakenBack":
			return {
				...about(`${home}/my/events/${props.eventId}/recap`, { title: props.title }),
				quote: props.reason,
			};
		case "coordinatorAsks":
			return {
				...about(`${home}/my/events/${props.eventId}#messages`, { title: props.title }),
				paragraphs: [
					words("coordinatorAsks.text", { title: props.title }),
					words("coordinatorAsks.answer"),
				],
				quote: props.message,
			};
		case "organiserAnswers":
			return {
				...about(`${home}/review/${props.eventId}#messages`, {
					title: props.title,
					organisation: props.organisation,
				}),
				quote: props.message,
			};
		case "eventTakenDown":
			return {
				...about(`${home}/my/events/${props.eventId}`, { title: props.title }),
				paragraphs: [
					words("eventTakenDown.text", { title: props.title }),
					words("eventTakenDown.objection"),
				],
				quote: props.reason,
			};
		case "eventRestored":
			return about(`${home}${props.path}`, { title: props.title });
		case "reportReceived":
		case "reportAnswered":
		case "reportClosed":
			return reporterLetter(content, words, home);
		case "reportUrgent":
			return about(`${home}/review/reports/${props.caseId}`, {
				title: props.title,
				country: countryName(props.country, locale),
			});
		case "factorChanged":
			return {
				subject: words("factorChanged.subject"),
				action: { label: words("factorChanged.action"), url: `${home}/my/account` },
				paragraphs: [words(`factorChanged.${props.change}`), words("factorChanged.unknown")],
			};
		case "adminNamed":
			return about(`${home}/review`, {});
		case "accountClosed":
			return { ...about(home, {}), quote: props.reason };
		case "accountDeleted":
			return about(home, {});
	}
}

/** Why an event is off, after what else is off with it. */
function calledOffBody(
	body: Body,
	{
		reason,
		others,
		words,
		locale,
	}: { reason: string; others?: string | undefined; words: Words; locale: Locale },
): Body {
	if (others === undefined) return { ...body, quote: reason };
	const titles = z.array(z.string()).parse(JSON.parse(others));
	const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(titles);
	return {
		...body,
		paragraphs: [words("offWithIt", { titles: list }), ...body.paragraphs],
		quote: reason,
	};
}
