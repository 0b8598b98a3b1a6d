import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/text/languages";
import { FACTOR_CHANGES, type MailContent, mailAddress } from "./mail-schema";
import { renderMail } from "./render-mail";
import { headerLine } from "./send-mail";
import { writeMail } from "./write-mail";

const APP_URL = "https://calendar.example.org";
const EVENT = "0190a0b0-0000-7000-8000-000000000000";
const TITLE = `Vigil <b>& "song"</b>`;
const REASON = "First line\n<script>alert(1)</script>";

const CHANGE = {
	eventId: EVENT,
	title: TITLE,
	organisation: "An embassy",
	path: "/events/2027/vigil",
};

const REPORTED = { reference: "7K3M-9QXD", path: "/report/receipt?report=a&key=b" };
const FIRST = JSON.stringify([
	{
		eventId: EVENT,
		title: TITLE,
		organisation: "<b>A museum</b>",
		country: "DE",
		day: "2027-02-26",
	},
	{ eventId: EVENT, title: TITLE, organisation: "An embassy", country: null, day: null },
]);

const CONTENTS: MailContent[] = [
	{
		template: "signIn",
		props: {
			link: `${APP_URL}/en/sign-in/link?token=abc`,
			code: "012345",
			expiresAt: "2027-02-20T12:20:00.000Z",
		},
	},
	...FACTOR_CHANGES.map(
		(change): MailContent => ({ template: "factorChanged", props: { change } }),
	),
	{ template: "eventSubmitted", props: { eventId: EVENT, title: TITLE } },
	{
		template: "eventWaiting",
		props: { eventId: EVENT, title: TITLE, organisation: "An embassy", country: "DE" },
	},
	{
		template: "eventApproved",
		props: { eventId: EVENT, title: TITLE, path: "/events/2027/vigil" },
	},
	{ template: "changesRequested", props: { eventId: EVENT, title: TITLE, reason: REASON } },
	{ template: "eventRejected", props: { eventId: EVENT, title: TITLE, reason: REASON } },
	{ template: "decisionTakenBack", props: { eventId: EVENT, title: TITLE, reason: REASON } },
	{ template: "changeRejected", props: { eventId: EVENT, title: TITLE, reason: REASON } },
	...(["access", "problems", "season"] as const).map(
		(reason): MailContent => ({
			template: "importReturned",
			props: { importId: EVENT, organisation: "An embassy", reason },
		}),
	),
	...(["members", "coOrganisers", "reviewers"] as const).map(
		(to): MailContent => ({
			template: "eventWithdrawn",
			props: { eventId: EVENT, title: TITLE, organisation: "An embassy", to },
		}),
	),
	...(["owner", "editor"] as const).map(
		(role): MailContent => ({
			template: "invitation",
			props: { link: `${APP_URL}/en/invitation?token=abc`, organisation: TITLE, role },
		}),
	),
	{
		template: "mailboxProof",
		props: { link: `${APP_URL}/en/mailbox?token=abc`, organisation: TITLE },
	},
	{
		template: "verificationRequested",
		props: { organisationId: EVENT, organisation: TITLE, country: "DE" },
	},
	{
		template: "organisationHeld",
		props: { organisationId: EVENT, organisation: TITLE, reason: REASON },
	},
	...(["organisationVerified", "organisationReleased", "organisationHeldForName"] as const).map(
		(template): MailContent => ({
			template,
			props: { organisationId: EVENT, organisation: TITLE },
		}),
	),
	{ template: "organisationClosed", props: { organisation: TITLE, reason: REASON } },
	{
		template: "claimProof",
		props: {
			link: `${APP_URL}/en/mailbox?token=abc`,
			organisation: TITLE,
			claimant: "person@example.org",
		},
	},
	{
		template: "organisationClaimed",
		props: { organisationId: EVENT, organisation: TITLE, country: "DE" },
	},
	{ template: "claimConfirmed", props: { organisationId: EVENT, organisation: TITLE } },
	{ template: "claimRefused", props: { organisation: TITLE, reason: REASON } },
	{ template: "claimVoid", props: { organisation: TITLE } },
	...(["recapAsked", "recapReminder"] as const).map(
		(template): MailContent => ({ template, props: { eventId: EVENT, title: TITLE } }),
	),
	{
		template: "reviewDigest",
		props: {
			waiting: "3",
			soon: "2",
			late: "1",
			recaps: "5",
			reports: "2",
			answers: "1",
			organisations: "4",
			first: FIRST,
		},
	},
	{
		template: "reviewDigest",
		props: {
			waiting: "0",
			soon: "0",
			late: "0",
			recaps: "1",
			reports: "0",
			answers: "0",
			organisations: "0",
			first: "[]",
		},
	},
	{ template: "adminNamed", props: {} },
	{ template: "accountClosed", props: { reason: REASON } },
	{ template: "submissionsLate", props: { count: "12", first: FIRST } },
	{ template: "eventsWaiting", props: { count: "12", first: FIRST } },
	...(["coordinator", "deputy"] as const).map(
		(role): MailContent => ({
			template: "coordinatorNamed",
			props: { territory: TITLE, countries: "AT DE", role },
		}),
	),
	...(["absenceEntered", "absenceRemoved"] as const).map(
		(template): MailContent => ({
			template,
			props: { fromDate: "2027-02-20", toDate: "2027-02-22" },
		}),
	),
	{
		template: "recapApproved",
		props: { eventId: EVENT, title: TITLE, path: "/events/2027/vigil" },
	},
	...(["recapReturned", "recapRejected", "recapDecisionTakenBack"] as const).map(
		(template): MailContent => ({
			template,
			props: { eventId: EVENT, title: TITLE, reason: REASON },
		}),
	),
	{ template: "eventCancelled", props: { ...CHANGE, reason: REASON } },
	{ template: "eventPostponed", props: { ...CHANGE, reason: REASON } },
	{
		template: "eventCancelled",
		props: { ...CHANGE, reason: REASON, others: JSON.stringify([TITLE, "Concert"]) },
	},
	{ template: "eventChanged", props: CHANGE },
	{
		template: "coOrganiserAsked",
		props: { requestId: EVENT, title: TITLE, organisation: "An embassy", partner: "A museum" },
	},
	...(["coOrganiserAccepted", "coOrganiserDeclined", "coOrganiserLeft"] as const).map(
		(template): MailContent => ({
			template,
			props: { eventId: EVENT, title: TITLE, organisation: "An embassy" },
		}),
	),
	{ template: "coordinatorAsks", props: { eventId: EVENT, title: TITLE, message: REASON } },
	{
		template: "organiserAnswers",
		props: { eventId: EVENT, title: TITLE, organisation: "An embassy", message: REASON },
	},
	{ template: "eventTakenDown", props: { eventId: EVENT, title: TITLE, reason: REASON } },
	{ template: "eventRestored", props: { eventId: EVENT, title: TITLE, path: CHANGE.path } },
	...["", TITLE].flatMap((title): MailContent[] => [
		{ template: "reportReceived", props: { ...REPORTED, title } },
		{ template: "reportAnswered", props: { ...REPORTED, title, answer: REASON } },
		...(["corrected", "asked", "hidden", "kept", "unclear"] as const).map(
			(outcome): MailContent => ({
				template: "reportClosed",
				props: { ...REPORTED, title, outcome },
			}),
		),
	]),
	{ template: "reportUrgent", props: { caseId: EVENT, title: TITLE, country: "DE" } },
	...["", "A person"].map(
		(name): MailContent => ({
			template: "organiserMessage",
			props: {
				eventId: EVENT,
				title: TITLE,
				organisation: "An embassy",
				name,
				replyTo: "writer@example.org",
				message: REASON,
			},
		}),
	),
];

describe("writeMail", () => {
	it.each(
		LOCALES.flatMap((locale) =>
			CONTENTS.map((content) => ({ locale, content, name: content.template })),
		),
	)("writes $name in $locale with all of its texts", async ({ locale, content }) => {
		const letter = await writeMail(content, { locale }, APP_URL);
		const all = JSON.stringify(letter);
		// next-intl answers a missing text with its key.
		expect(all).not.toMatch(/"mail\.|\bmail\.[a-zA-Z]+\.[a-z]/);
		expect(letter.action.url.startsWith(`${APP_URL}/`)).toBe(true);
		const { text, html } = renderMail(letter);
		expect(text).toContain(letter.action.url);
		expect(html).toContain(`lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"`);
	});

	it("falls back to English for a language that we lack", async () => {
		const [content] = CONTENTS;
		if (!content) throw new Error("no content");
		expect((await writeMail(content, { locale: "xx" }, APP_URL)).locale).toBe("en");
	});
});

describe("renderMail", () => {
	it("escapes whatever people wrote", async () => {
		for (const content of CONTENTS) {
			const { html } = renderMail(await writeMail(content, { locale: "en" }, APP_URL));
			expect(html).not.toContain("<script>");
			expect(html).not.toContain("<b>");
		}
	});

	it("quotes a reason line by line and shows the code", async () => {
		const changes = CONTENTS.find(({ template }) => template === "changesRequested");
		const signIn = CONTENTS.find(({ template }) => template === "signIn");
		if (!changes || !signIn) throw new Error("no content");
		const { text } = renderMail(await writeMail(changes, { locale: "en" }, APP_URL));
		expect(text).toContain("> First line\n> <script>");
		const mail = renderMail(await writeMail(signIn, { locale: "ar" }, APP_URL));
		expect(mail.text).toContain("012345");
		expect(mail.html).toContain('<bdi dir="ltr">012345</bdi>');
	});
});

describe("headers", () => {
	it.each([
		"a@example.org\r\nBcc: b@example.org",
		"a@example.org, b@example.org",
		"Name <a@example.org>",
		"a@example.org\n",
		"a@example.org\u0000",
		"a@exam ple.org",
		'"a b"@example.org',
	])("refuses the address %j", (address) => {
		expect(mailAddress.safeParse(address).success).toBe(false);
	});

	it("makes one short line of a subject", () => {
		expect(headerLine("Hello\r\nBcc: x@example.org\u0085y\u2028z")).toBe(
			"Hello Bcc: x@example.org y z",
		);
		expect([...headerLine("𐐀".repeat(500))]).toHaveLength(200);
	});
});
