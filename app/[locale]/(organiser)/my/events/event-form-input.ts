import { z } from "zod";
import {
	type DraftContent,
	draftContent,
	MAX_HOURS_DATES,
	MAX_PROGRAMME_ITEMS,
	saveDraftInput,
} from "@/lib/events/schema";
import { readCoordinates } from "@/lib/places/read-coordinates";
import { isLanguage, LOCALES } from "@/lib/text/languages";
import { cleanLine } from "@/lib/text/plain";

const language = z.string().refine(isLanguage, "field.choose");

/** What the pressed button asks for besides saving. */
const intent = z.union([
	z.enum(["save", "submit", "add_language", "add_item", "add_date"]),
	z.templateLiteral(["remove_language.", z.string().max(10)]),
	z.templateLiteral(["remove_item.", z.string().max(3)]),
	z.templateLiteral(["remove_picture.", z.string().max(3)]),
	z.templateLiteral(["picture_up.", z.string().max(3)]),
	z.templateLiteral(["picture_down.", z.string().max(3)]),
	z.templateLiteral(["remove_date.", z.string().max(3)]),
	z.literal("find_organiser"),
	z.templateLiteral(["add_organiser.", z.uuid()]),
	z.templateLiteral(["remove_organiser.", z.uuid()]),
	z.templateLiteral(["keep_mine.", z.string().max(60)]),
	z.templateLiteral(["take_theirs.", z.string().max(60)]),
]);

const line = z.string().max(200, "field.tooLong").transform(cleanLine).default("");

/**
 * The form of an event as browsers send it, with and without script. Languages are check boxes, one name each
 * (`languages.az=on`), and co-organisers their ids with their names (`coOrganisers.<id>=name`); `pickedCity` and `pickedCountry` say what was typed when the city was picked from the list.
 */
const formInput = saveDraftInput.extend({
	locale: z.enum(LOCALES),
	intent,
	newLanguage: z.union([z.literal("").transform(() => undefined), language]).optional(),
	languages: z
		.record(
			z.string().refine((tag): boolean => isLanguage(tag), "field.choose"),
			z.literal("on"),
		)
		.default({})
		.transform((checked) => Object.keys(checked))
		.pipe(draftContent.shape.languages.unwrap()),
	coOrganisers: z
		.record(z.string(), z.string().max(1_000, "field.tooLong"))
		.default({})
		.transform((named) => Object.keys(named))
		.pipe(draftContent.shape.coOrganisers.unwrap()),
	/** A name to search for, where no script runs. */
	organiserQuery: z.string().max(80, "field.tooLong").transform(cleanLine).default(""),
	pickedCity: line,
	pickedCountry: line,
	/** The page's script says that a name was typed and neither a city chosen nor the name taken as it is. */
	cityUndecided: z.union([z.literal("").transform(() => undefined), z.literal("on")]).optional(),
	/** Fields that two people changed and about which this one has not decided yet. */
	unresolved: z
		.string()
		.max(4_000, "field.tooLong")
		.default("")
		.transform((fields) => fields.split(" ").filter(Boolean)),
	picture: z.file("field.pictureKind").optional(),
});

/** Both coordinates, or the address of a map, may be put into the field of one. */
export const eventFormInput = z.preprocess((form) => {
	if (typeof form !== "object" || form === null) return form;
	const { lat, lon = "" } = form as Record<string, unknown>;
	const point = typeof lat === "string" && lon === "" ? readCoordinates(lat) : null;
	return point ? { ...form, lat: String(point.lat), lon: String(point.lon) } : form;
}, formInput);
export type EventFormInput = z.infer<typeof eventFormInput>;

/** What is to be saved of a form, given the picture that came with it. */
export function contentOf(input: EventFormInput, addedId: string | null): DraftContent {
	const {
		eventId,
		revisionId,
		revisionVersion,
		locale,
		intent: wanted,
		newLanguage,
		organiserQuery,
		pickedCity,
		pickedCountry,
		cityUndecided,
		unresolved,
		picture,
		...typed
	} = input;
	return {
		...typed,
		...placeOf(input),
		...(input.attendanceMode === "in_person" ? { onlineUrl: null } : {}),
		pictures: picturesOf(input, addedId),
		programme: programmeOf(input),
		openingHours: hoursOf(input),
		coOrganisers: coOrganisersOf(input),
		texts: textsOf(input),
	};
}

/** What the buttons of the pictures ask for, where they are pressed without script. */
function picturesOf(
	{ pictures, intent: wanted }: EventFormInput,
	addedId: string | null,
): DraftContent["pictures"] {
	const [verb, number] = wanted.split(".");
	const index = Number(number);
	const kept = verb === "remove_picture" ? pictures.toSpliced(index, 1) : [...pictures];
	const other = { picture_up: index - 1, picture_down: index + 1 }[verb ?? ""] ?? index;
	const [one, two] = [kept[index], kept[other]];
	if (one && two) [kept[index], kept[other]] = [two, one];
	if (addedId === null) return kept;
	return [...kept, { id: addedId, credit: "", licence: null, alt: {}, focus: null }];
}

function hoursOf({ openingHours, intent: wanted }: EventFormInput): DraftContent["openingHours"] {
	const { dates } = openingHours;
	if (wanted === "add_date") {
		const added = [...dates, { date: null, opens: null, closes: null }];
		return { ...openingHours, dates: added.slice(0, MAX_HOURS_DATES) };
	}
	const kept = dates.filter((_, index) => wanted !== `remove_date.${index}`);
	return { ...openingHours, dates: kept };
}

function coOrganisersOf({ coOrganisers, intent: wanted }: EventFormInput): string[] {
	if (wanted.startsWith("add_organiser."))
		return [...new Set([...coOrganisers, wanted.slice("add_organiser.".length)])];
	return coOrganisers.filter((id) => wanted !== `remove_organiser.${id}`);
}

/** What the buttons of the programme ask for, where they are pressed without script. */
function programmeOf({ programme, intent: wanted }: EventFormInput): DraftContent["programme"] {
	if (wanted === "add_item")
		return [
			...programme,
			{ day: programme.at(-1)?.day ?? 1, startTime: null, endTime: null, titles: {}, speakers: [] },
		].slice(0, MAX_PROGRAMME_ITEMS);
	if (!wanted.startsWith("remove_item.")) return programme;
	return programme.filter((_, index) => wanted !== `remove_item.${index}`);
}

/** A city that was typed over after it had been picked is another city; an event held online has no venue. */
function placeOf(input: EventFormInput): Partial<DraftContent> {
	const isAsPicked =
		(input.cityName ?? "") === input.pickedCity && (input.country ?? "") === input.pickedCountry;
	return {
		cityGeonameId: isAsPicked ? input.cityGeonameId : null,
		...(input.attendanceMode === "online"
			? { venueName: null, address: null, lat: null, lon: null, isWheelchairAccessible: null }
			: {}),
	};
}

function textsOf({ texts, intent: wanted, newLanguage }: EventFormInput): DraftContent["texts"] {
	const removed = wanted.startsWith("remove_language.")
		? wanted.slice("remove_language.".length)
		: null;
	const kept = Object.fromEntries(Object.entries(texts).filter(([locale]) => locale !== removed));
	if (wanted !== "add_language" || !newLanguage || newLanguage in kept) return kept;
	return { ...kept, [newLanguage]: { title: "", description: "" } };
}
