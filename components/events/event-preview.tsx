import { useTranslations } from "next-intl";
import { HoursList } from "@/components/calendar/hours-list";
import { PictureCaption } from "@/components/calendar/picture-caption";
import { Programme } from "@/components/calendar/programme";
import { DefinitionList } from "@/components/ui/definition-list";
import { Prose } from "@/components/ui/text";
import { altsOf } from "@/lib/calendar/pictures";
import type { RevisionContent } from "@/lib/events/revision";
import { countryName } from "@/lib/places/countries";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { bestText, directionOf, languageName } from "@/lib/text/languages";
import { renderMarkdown } from "@/lib/text/markdown";
import { formatDayRange, formatTimeRange, formatWeekday } from "@/lib/time/format";
import { timingOf } from "@/lib/time/schedule";

type Props = { content: RevisionContent; organiser: string; locale: string };

/** What a revision says, all languages one after the other, in the public page's order. */
export function EventPreview({ content, organiser, locale }: Props) {
	const t = useTranslations("my");
	const facts = useFacts({ content, organiser, locale });
	return (
		<section aria-labelledby="preview" className="flex flex-col gap-8 border-t border-ink pt-6">
			<h2 id="preview" className="text-xl font-medium">
				{t("event.preview")}
			</h2>
			{content.texts.map((text) => (
				<article key={text.locale} className="border-s-2 border-line-strong ps-5">
					<p className="text-sm text-muted">{languageName(text.locale, locale)}</p>
					<div
						lang={text.locale}
						dir={directionOf(text.locale)}
						className="mt-1 flex flex-col gap-3"
					>
						<h3 className="text-2xl">{text.title || t("untitled")}</h3>
						{text.description && <Prose html={renderMarkdown(text.description)} />}
					</div>
				</article>
			))}
			<HoursList openingHours={content.openingHours} schedule={content.schedule} locale={locale} />
			<Programme programme={content.programme} schedule={content.schedule} locale={locale} />
			{content.pictures.length > 0 && (
				<ul className="grid items-start gap-6 sm:grid-cols-2">
					{content.pictures.map((picture) => {
						const alt = bestText(altsOf(picture), locale)?.text;
						return (
							<li key={picture.id}>
								<figure>
									{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
									<img
										src={`/media/${picture.id}/960`}
										width={picture.width}
										height={picture.height}
										alt={alt?.text ?? ""}
										lang={alt?.locale}
										className="h-auto max-h-96 w-auto max-w-full rounded-sm"
									/>
									<PictureCaption credit={picture.credit} licence={picture.licence} />
								</figure>
							</li>
						);
					})}
				</ul>
			)}
			<DefinitionList items={facts} />
		</section>
	);
}

function useFacts({ content, organiser, locale }: Props) {
	const field = useTranslations("field");
	const types = useTranslations("eventType");
	const modes = useTranslations("attendanceMode");
	const answers = useTranslations("event");
	const rows: [string, string | null][] = [
		["type", content.type && types(content.type)],
		["when", useWhen(content, locale)],
		["timezone", content.schedule.timezone || null],
		["attendanceMode", modes(content.attendanceMode)],
		["venueName", [content.venueName, content.address].filter(Boolean).join(", ") || null],
		["cityName", placeOf(content, locale)],
		[
			"coordinates",
			content.lat !== null && content.lon !== null ? `${content.lat}, ${content.lon}` : null,
		],
		["onlineUrl", content.onlineUrl],
		["isFree", content.isFree === null ? null : answers(content.isFree ? "free" : "notFree")],
		[
			"isWheelchairAccessible",
			content.isWheelchairAccessible === null
				? null
				: answers(content.isWheelchairAccessible ? "wheelchair" : "noWheelchair"),
		],
		["organisationId", organiser],
		["languages", content.languages.map((tag) => languageName(tag, locale)).join(", ") || null],
		["contactName", content.contactName],
		["contactEmail", content.contactEmail],
		["contactPhone", content.contactPhone],
		["contactUrl", content.contactUrl],
	];
	return rows.flatMap(([key, details]) =>
		details
			? [{ key, term: field(key), details: <bdi className="break-words">{details}</bdi> }]
			: [],
	);
}

function useWhen({ schedule }: RevisionContent, locale: string): string | null {
	const t = useTranslations("my.event");
	const { startDate, endDate, startTime, endTime, year } = schedule;
	if (startDate === null) return year === null ? null : String(year);
	const days = `${formatWeekday(startDate, locale)}, ${formatDayRange(startDate, endDate, locale)}`;
	const timing = timingOf(schedule);
	if (timing === "timed" && startTime !== null)
		return `${days}, ${formatTimeRange(startTime, endTime, locale)}`;
	return `${days}. ${t(timing === "all_day" ? "allDay" : "timeUnknown")}`;
}

function placeOf(
	{ cityGeonameId, cityName: typed, country }: RevisionContent,
	locale: string,
): string | null {
	const city = cityGeonameId === null ? null : getCity(cityGeonameId);
	const parts = [city ? cityName(city, locale) : typed, country && countryName(country, locale)];
	return parts.filter(Boolean).join(", ") || null;
}
