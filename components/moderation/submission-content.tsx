import { useTranslations } from "next-intl";
import { HoursList } from "@/components/calendar/hours-list";
import { Programme } from "@/components/calendar/programme";
import { Badge } from "@/components/ui/badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { Prose } from "@/components/ui/text";
import { localCityName } from "@/lib/calendar/event-view";
import type { RevisionContent } from "@/lib/events/revision";
import { newerTexts } from "@/lib/events/text-age";
import type { Submission } from "@/lib/moderation/queries";
import { countryName } from "@/lib/places/countries";
import { directionOf, languageName } from "@/lib/text/languages";
import { renderMarkdown } from "@/lib/text/markdown";
import { formatDay, formatDayRange, formatTimeRange, formatWeekday } from "@/lib/time/format";
import { timingOf } from "@/lib/time/schedule";
import { useFieldValue } from "./field-value";
import { SubmittedPictures } from "./submitted-pictures";

/** Everything the submission says, as the public would read it, where that is (`children`), and who says it. */
export function SubmissionContent({
	submission,
	locale,
	children,
}: {
	submission: Submission;
	locale: string;
	children: React.ReactNode;
}) {
	const t = useTranslations("review");
	const { content, organisation, wholes } = submission;
	const kinds = useTranslations("organisationKind");
	const facts = useFacts(content, { wholes, locale });
	const newer = newerTexts(content.texts);
	return (
		<>
			<section aria-labelledby="texts" className="flex flex-col gap-8">
				<h2 id="texts" className="text-xl font-medium">
					{t("content.texts")}
				</h2>
				{ownLanguageFirst(content.texts, locale).map((text) => (
					<article key={text.locale} className="border-s border-line-strong ps-6">
						<p className="flex flex-wrap gap-x-3 text-sm text-muted">
							{languageName(text.locale, locale)}
							<OlderText newer={newer[text.locale]} locale={locale} />
						</p>
						<div lang={text.locale} dir={directionOf(text.locale)}>
							<h3 className="mt-1 text-lg font-medium">{text.title}</h3>
							{text.description && (
								<Prose html={renderMarkdown(text.description)} className="mt-3" />
							)}
						</div>
					</article>
				))}
			</section>
			<HoursList openingHours={content.openingHours} schedule={content.schedule} locale={locale} />
			<Programme programme={content.programme} schedule={content.schedule} locale={locale} />
			<SubmittedPictures pictures={content.pictures} />
			<section aria-labelledby="facts">
				<h2 id="facts" className="mb-4 text-xl font-medium">
					{t("content.facts")}
				</h2>
				<DefinitionList items={facts} />
			</section>
			{children}
			<section aria-labelledby="organiser">
				<h2 id="organiser" className="mb-4 text-xl font-medium">
					{t("content.organiser")}
				</h2>
				<DefinitionList
					items={[
						{ key: "name", term: t("content.name"), details: <bdi>{organisation.name}</bdi> },
						{ key: "kind", term: t("content.kind"), details: kinds(organisation.kind) },
						{
							key: "country",
							term: t("content.country"),
							details: countryName(organisation.country, locale),
						},
						{
							key: "verified",
							term: t("content.verified"),
							details: t(organisation.verifiedAt ? "content.yes" : "content.no"),
						},
						{
							key: "registered",
							term: t("content.registered"),
							details: formatDay(organisation.createdAt.toISOString().slice(0, 10), locale),
						},
						{
							key: "approved",
							term: t("content.approvedBefore"),
							details: submission.approvedBefore,
						},
						...useHistory(submission, locale),
						...(organisation.website
							? [
									{
										key: "website",
										term: t("content.website"),
										details: <WebLink href={organisation.website} />,
									},
								]
							: []),
					]}
				/>
			</section>
		</>
	);
}

/** How its submissions fared so far. */
function useHistory({ history, organisation }: Submission, locale: string) {
	const t = useTranslations("review.content");
	const dayOf = (instant: Date) => formatDay(instant.toISOString().slice(0, 10), locale);
	const { approved, changesRequested, rejected, byTrust, since, hidden, reports } = history;
	const rows: [string, React.ReactNode][] = [
		[
			"decided",
			approved + changesRequested + rejected + byTrust > 0 &&
				t("decidedCounts", { approved, changes: changesRequested, rejected, trusted: byTrust }),
		],
		["firstApproved", since && dayOf(since)],
		["trusted", organisation.trustedAt && dayOf(organisation.trustedAt)],
		["hidden", hidden > 0 && hidden],
		["reports", reports > 0 && t("reportCounts", { count: reports, right: history.reportsRight })],
	];
	return rows
		.filter(([, details]) => details)
		.map(([key, details]) => ({ key, term: t(key), details }));
}

function OlderText({ newer, locale }: { newer: string | undefined; locale: string }) {
	const t = useTranslations("review.content");
	if (newer === undefined) return null;
	return <Badge tone="warning">{t("olderText", { language: languageName(newer, locale) })}</Badge>;
}

function ownLanguageFirst(texts: RevisionContent["texts"], locale: string) {
	return [...texts].sort((a, b) => Number(b.locale === locale) - Number(a.locale === locale));
}

/** Only web addresses become links; whatever else was typed stays text. */
function WebLink({ href }: { href: string }) {
	if (!/^https?:\/\//i.test(href)) return <bdi>{href}</bdi>;
	return (
		<a href={href} rel="nofollow noopener noreferrer" dir="ltr" className="text-link break-all">
			{href}
		</a>
	);
}

function PlaceOnMap({ lat, lon }: { lat: number; lon: number }) {
	const t = useTranslations("review.content");
	const address = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=16/${lat}/${lon}`;
	return (
		<>
			<bdi dir="ltr">
				{lat}, {lon}
			</bdi>{" "}
			<a href={address} rel="nofollow noopener noreferrer" className="text-link">
				{t("map")}
			</a>
		</>
	);
}

function useFacts(
	content: RevisionContent,
	{ wholes, locale }: Pick<Submission, "wholes"> & { locale: string },
) {
	const field = useTranslations("field");
	const value = useFieldValue(locale, wholes);
	const when = useWhen(content, locale);
	const place = [
		content.venueName,
		content.address,
		localCityName(content, locale),
		content.country && countryName(content.country, locale),
	];
	const pin =
		content.lat !== null && content.lon !== null ? (
			<PlaceOnMap key="pin" lat={content.lat} lon={content.lon} />
		) : null;
	const answer = (name: "isFree" | "isWheelchairAccessible") =>
		content[name] === null ? null : value(name, String(content[name]));
	const rows: [string, React.ReactNode][] = [
		["type", content.type && value("type", content.type)],
		["superEventId", content.superEventId && value("superEventId", content.superEventId)],
		["startDate", when],
		["timezone", content.schedule.timezone],
		["attendanceMode", value("attendanceMode", content.attendanceMode)],
		["venueName", <bdi key="place">{place.filter(Boolean).join(", ")}</bdi>],
		["lat", pin],
		["onlineUrl", content.onlineUrl && <WebLink href={content.onlineUrl} />],
		["isFree", answer("isFree")],
		["isWheelchairAccessible", answer("isWheelchairAccessible")],
		["languages", content.languages.length > 0 && value("languages", content.languages.join(" "))],
		["contactName", content.contactName],
		["contactEmail", content.contactEmail],
		["contactPhone", content.contactPhone && <bdi dir="ltr">{content.contactPhone}</bdi>],
		["contactUrl", content.contactUrl && <WebLink href={content.contactUrl} />],
	];
	return rows
		.filter(([, details]) => details !== null && details !== false && details !== "")
		.map(([key, details]) => ({
			key,
			term: field(key === "startDate" ? "when" : key === "lat" ? "coordinates" : key),
			details,
		}));
}

function useWhen({ schedule }: RevisionContent, locale: string): string {
	const t = useTranslations("review.when");
	if (schedule.startDate === null)
		return schedule.year === null ? t("unknown") : t("year", { year: String(schedule.year) });
	const days = `${formatWeekday(schedule.startDate, locale)}, ${formatDayRange(schedule.startDate, schedule.endDate, locale)}`;
	switch (timingOf(schedule)) {
		case "timed":
			return `${days}, ${formatTimeRange(schedule.startTime ?? "", schedule.endTime, locale)}`;
		case "all_day":
			return t("allDay", { days });
		default:
			return t("toBeAnnounced", { days });
	}
}
