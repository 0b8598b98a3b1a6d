import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Clash } from "@/lib/events/clashes";

const PAUSE_MS = 700;
/** The answers of the form that decide whether two events clash. */
const ASKED = [
	"attendanceMode",
	"timing",
	"startDate",
	"endDate",
	"startTime",
	"endTime",
	"startDisambiguation",
	"endDisambiguation",
	"cityGeonameId",
	"cityName",
	"country",
	"timezone",
	"lat",
	"lon",
	"superEventId",
] as const;

/**
 * The events that what stands in the form clashes with, asked for a moment after the last change of an answer that
 * matters. While the server cannot answer, what it said last stays: nothing depends on it.
 */
export function useClashes(
	form: RefObject<HTMLFormElement | null>,
	{ eventId, locale, first }: { eventId: string; locale: string; first: readonly Clash[] },
): { clashes: readonly Clash[]; look: () => void } {
	const [clashes, setClashes] = useState(first);
	const asked = useRef<string | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	const late = useRef<AbortController | null>(null);

	useEffect(() => {
		if (form.current) asked.current = questionOf(form.current, eventId, locale);
		return () => {
			clearTimeout(timer.current);
			late.current?.abort();
		};
	}, [form, eventId, locale]);

	const look = useCallback(() => {
		clearTimeout(timer.current);
		timer.current = setTimeout(() => {
			if (!form.current) return;
			const question = questionOf(form.current, eventId, locale);
			if (question === asked.current) return;
			asked.current = question;
			late.current?.abort();
			const asking = new AbortController();
			late.current = asking;
			ask(question, asking.signal).then(setClashes, () => undefined);
		}, PAUSE_MS);
	}, [form, eventId, locale]);

	return { clashes, look };
}

function questionOf(form: HTMLFormElement, event: string, locale: string): string {
	const data = new FormData(form);
	const query = new URLSearchParams({ event, locale });
	for (const name of ASKED) query.set(name, textOf(data.get(name)));
	for (const [name, value] of data) {
		if (/^texts\.[^.]+\.title$/.test(name) && textOf(value) !== "")
			query.append("title", textOf(value));
	}
	return query.toString();
}

function textOf(value: FormDataEntryValue | null): string {
	return typeof value === "string" ? value : "";
}

async function ask(question: string, signal: AbortSignal): Promise<Clash[]> {
	const answer = await fetch(`/api/my/clashes?${question}`, { signal });
	if (!answer.ok) throw new Error(`clashes: ${answer.status}`);
	const { clashes }: { clashes: Clash[] } = await answer.json();
	return clashes;
}
