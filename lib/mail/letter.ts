import { digestLines, type MailContent } from "@/lib/mail/mail-schema";
import { countryName } from "@/lib/places/countries";
import type { Locale } from "@/lib/text/languages";
import { formatDay } from "@/lib/time/format";

/** A mail in words, before it becomes text and HTML. */
export type Letter = {
	locale: Locale;
	subject: string;
	product: string;
	paragraphs: string[];
	/** Somebody's own words, such as a coordinator's reason. */
	quote?: string;
	/** Things that it names, each with its address. */
	list?: { title: string; about: string; url: string }[];
	action: { label: string; url: string };
	code?: { label: string; value: string };
	footer: string;
};

/** Texts under `mail` in the reader's language. */
export type Words = (key: string, values?: Record<string, string>) => string;

/** What differs from mail to mail. */
export type Body = Pick<Letter, "subject" | "paragraphs" | "action" | "quote" | "list" | "code"> & {
	/** Stands in for the usual one in mails to addresses that may have no account. */
	footer?: string;
};

/** To somebody who may have no account: what was reported is named only while the public sees it. */
export function reporterLetter(
	{
		template,
		props,
	}: Extract<MailContent, { template: `report${"Received" | "Answered" | "Closed"}` }>,
	words: Words,
	home: string,
): Body {
	const { reference, title } = props;
	const said = (key: string) => words(`${template}.${key}`, { reference, title });
	return {
		subject: said("subject"),
		paragraphs: [
			...(template === "reportClosed"
				? [said("text"), words(`reportClosed.${props.outcome}`)]
				: [said("text")]),
			...(title ? [words("reportReceived.about", { title })] : []),
			...(template === "reportReceived" ? [said("ignore")] : []),
		],
		action: { label: words("reportReceived.action"), url: `${home}${props.path}` },
		...(template === "reportAnswered" ? { quote: props.answer } : {}),
		footer: words("reportReceived.footer"),
	};
}

/** The submissions that a mail names. @param json `digestLines` */
export function linesOf(json: string, { locale, home }: { locale: Locale; home: string }) {
	return digestLines
		.parse(JSON.parse(json))
		.map(({ eventId, title, organisation, country, day }) => ({
			title,
			about: [organisation, country && countryName(country, locale), day && formatDay(day, locale)]
				.filter(Boolean)
				.join(" · "),
			url: `${home}/review/${eventId}`,
		}));
}
