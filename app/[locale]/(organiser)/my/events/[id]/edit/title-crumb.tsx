"use client";

import { useEffect, useState } from "react";
import { bestText } from "@/lib/text/languages";

const shown = new Map<string, (title: string) => void>();

/** Shows a title that the form has just saved in the way to the page. */
export function tellSavedTitle(eventId: string, title: string): void {
	shown.get(eventId)?.(title);
}

/** The event's title in the way to its form, as it is saved; the page is not rendered anew for it. */
export function TitleCrumb({
	eventId,
	title,
	untitled,
}: {
	eventId: string;
	/** As the page was rendered; "" for none. */
	title: string;
	untitled: string;
}) {
	const [rendered, setRendered] = useState(title);
	const [current, setCurrent] = useState(title);
	if (rendered !== title) {
		setRendered(title);
		setCurrent(title);
	}
	useEffect(() => {
		shown.set(eventId, setCurrent);
		return () => void shown.delete(eventId);
	}, [eventId]);
	return <bdi>{current || untitled}</bdi>;
}

type Stored = { values: Readonly<Record<string, string>> };

/** The title that is stored once `sent` was saved, where others changed some answers; "" for none. */
export function savedTitle(
	sent: Iterable<[string, FormDataEntryValue]>,
	{ locale, others }: { locale: string; others: readonly Stored[] },
): string {
	const answers = new Map<string, unknown>([
		...sent,
		...others.flatMap(({ values }) => Object.entries(values)),
	]);
	const texts = [...answers].flatMap(([name, value]) => {
		const tag = /^texts\.([^.]+)\.title$/.exec(name)?.[1];
		const title = typeof value === "string" ? value.trim() : "";
		return tag && title ? [{ locale: tag, title }] : [];
	});
	return bestText(texts, locale)?.text.title ?? "";
}
