import { useTranslations } from "next-intl";
import { placeLine } from "@/components/calendar/place-line";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { localCityName } from "@/lib/calendar/event-view";
import type { RepeatPreview } from "@/lib/events/repeat-queries";
import { countryName } from "@/lib/places/countries";
import { languageNames } from "@/lib/text/languages";
import { formatTimeRange } from "@/lib/time/format";

/** What comes along from the earlier event, and what does not. */
export function CarriedOver({ preview, locale }: { preview: RepeatPreview; locale: string }) {
	const t = useTranslations("my.repeat");
	return (
		<section aria-labelledby="carried-over" className="flex flex-col gap-3">
			<h2 id="carried-over" className="text-xl font-medium">
				{t("carried")}
			</h2>
			<DefinitionList items={useItems(preview, locale)} />
			<p className="text-sm text-muted">{t("notCarried")}</p>
		</section>
	);
}

function useItems({ content, organisation }: RepeatPreview, locale: string) {
	const t = useTranslations("field");
	const when = useTranslations("eventForm.when");
	const repeat = useTranslations("my.repeat");
	const { schedule, texts, pictures, languages } = content;
	const country = content.country ? countryName(content.country, locale) : null;
	const place = [content.venueName, content.address, localCityName(content, locale), country];
	const time = schedule.startTime
		? formatTimeRange(schedule.startTime, schedule.endTime, locale)
		: when(schedule.isAllDay ? "all_day" : "to_be_announced");
	const contact = [content.contactName, content.contactEmail, content.contactPhone];
	const items: (Omit<Definition, "details"> & { details: string | null })[] = [
		{
			key: "texts",
			term: t("texts"),
			details: languageNames(
				texts.map((text) => text.locale),
				locale,
			),
		},
		{ key: "when", term: t("timing"), details: time },
		{ key: "place", term: repeat("place"), details: placeLine(place, locale) },
		{
			key: "organisers",
			term: repeat("organisers"),
			details: placeLine([organisation, ...content.coOrganisers.map(({ name }) => name)], locale),
		},
		{
			key: "languages",
			term: t("languages"),
			details: languages.length > 0 ? languageNames(languages, locale) : null,
		},
		{ key: "contact", term: repeat("contact"), details: placeLine(contact, locale) },
		{
			key: "pictures",
			term: t("pictures"),
			details: pictures.length > 0 ? repeat("pictures", { count: pictures.length }) : null,
		},
	];
	return items
		.filter(({ details }) => details)
		.map((item) => ({ ...item, details: <bdi>{item.details}</bdi> }));
}
