"use client";

import { useLocale, useTranslations } from "next-intl";
import { isLicence, licenceKey } from "@/lib/media/licences";
import { directionOf } from "@/lib/text/languages";
import { formatDay } from "@/lib/time/format";
import type { FormChange } from "./autosaver";
import { IntentButton } from "./intent-button";
import { hoursLines, programmeLines } from "./list-lines";
import type { Belonging } from "./part-of-field";
import { TimeAgo } from "./time-ago";

/** A conflict about which has not been decided, and when the other answer was given. */
export type OpenConflict = FormChange & { at: number };

type Props = {
	conflict: OpenConflict;
	/** The events among which one may be chosen. */
	wholes: Belonging["wholes"];
	onDecide: (isMine: boolean) => void;
};

/** Beside an answer that two people have changed: the other one's, and the choice between the two. */
export function ConflictNote({ conflict, wholes, onDecide }: Props) {
	const t = useTranslations("eventForm.together");
	const { field, isOwn, at, secondsAgo } = conflict;

	function decide(isMine: boolean) {
		onDecide(isMine);
		document.getElementById(field)?.focus();
	}

	return (
		<div
			id={`${field}-conflict`}
			tabIndex={-1}
			className="mt-2 border-s-4 border-warning bg-warning-soft px-4 py-3"
		>
			<p className="text-sm font-medium">
				{t(isOwn ? "changedByMe" : "changedByOther")}{" "}
				<span className="font-normal text-ink-soft">
					<TimeAgo at={at} secondsAgo={secondsAgo} />
				</span>
			</p>
			<TheirAnswer change={conflict} wholes={wholes} />
			<div className="mt-3 flex flex-wrap gap-3">
				<IntentButton
					variant="secondary"
					intent={`keep_mine.${field}`}
					onIntent={() => decide(true)}
				>
					{t("keepMine")}
				</IntentButton>
				<IntentButton
					variant="secondary"
					intent={`take_theirs.${field}`}
					onIntent={() => decide(false)}
				>
					{t("takeTheirs")}
				</IntentButton>
			</div>
		</div>
	);
}

function TheirAnswer({ change, wholes }: { change: FormChange; wholes: Belonging["wholes"] }) {
	const t = useTranslations("eventForm.together");
	const words = useWords(wholes);
	const { field, values } = change;
	const list = useListLines(change);
	const language = /^texts\.([^.]+)\./.exec(field)?.[1];
	const lines = Object.entries(values)
		.filter(([name, value]) => value !== "" && !NUMBERS.has(name) && !PICTURE_NUMBERS.test(name))
		.map(([name, value]) => words(name, value));
	if (list && list.length > 0)
		return (
			<ul className="mt-1 list-disc ps-5 wrap-anywhere" dir="auto">
				{[...new Set(list)].map((line) => (
					<li key={line}>
						<bdi>{line}</bdi>
					</li>
				))}
			</ul>
		);
	const pictures = Object.entries(values).flatMap(([name, value]) =>
		/^pictures\.\d+\.id$/.test(name) ? [value] : [],
	);
	return (
		<div
			className="mt-1 whitespace-pre-wrap wrap-anywhere"
			{...(language ? { lang: language, dir: directionOf(language) } : { dir: "auto" })}
		>
			{pictures.map((id) => (
				// biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off
				<img
					key={id}
					src={`/media/${id}/480`}
					alt={t("theirPicture")}
					className="me-2 mb-2 inline-block max-h-28"
				/>
			))}
			{lines.length > 0 ? lines.join(", ") : pictures.length === 0 && t("empty")}
		</div>
	);
}

/** The answers that are lists, line by line; null for the others. */
function useListLines({ field, values }: FormChange): string[] | null {
	const locale = useLocale();
	const programme = useTranslations("eventForm.programme");
	const hours = useTranslations("eventForm.hours");
	if (field === "programme")
		return programmeLines(values, {
			locale,
			dayName: (number) => programme("dayNumber", { number }),
		});
	return field === "openingHours" ? hoursLines(values, { locale, closed: hours("closed") }) : null;
}

/** Ids, and what is said in words beside them. */
const NUMBERS: ReadonlySet<string> = new Set([
	"cityGeonameId",
	"pickedCity",
	"pickedCountry",
	"country",
]);

const PICTURE_NUMBERS = /^pictures\.\d+\.(id|focus\.[xy])$/;

/** An answer as the form words it. */
function useWords(wholes: Belonging["wholes"]): (name: string, value: string) => string {
	const locale = useLocale();
	const types = useTranslations("eventType");
	const modes = useTranslations("attendanceMode");
	const when = useTranslations("eventForm.when");
	const where = useTranslations("eventForm.where");
	const licences = useTranslations("licence");
	const partOf = useTranslations("eventForm.partOf");
	return (name, value) => {
		if (name === "type") return types(value);
		if (name === "attendanceMode") return modes(value);
		if (name === "timing" || name.endsWith("Disambiguation")) return when(value);
		if (name === "isFree" || name === "isWheelchairAccessible") return where(value);
		if (name.endsWith(".licence") && isLicence(value)) return licences(licenceKey(value));
		if (name === "superEventId")
			return wholes.find(({ id }) => id === value)?.label ?? partOf("newer");
		if (name === "startDate" || name === "endDate") return formatDay(value, locale);
		return value;
	};
}
