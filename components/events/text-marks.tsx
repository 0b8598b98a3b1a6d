"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { useEventForm, useIncoming } from "./form-context";

const PARTS = ["title", "description"] as const;

type Part = (typeof PARTS)[number];

type Props = {
	block: RefObject<HTMLElement | null>;
	locale: string;
	/** Name of the language that was changed after this one. */
	newer: string | undefined;
};

/** How far the texts of one language are, and whether another one was changed after them. */
export function TextMarks({ block, locale, newer }: Props) {
	const t = useTranslations("eventForm.what.mark");
	const empty = useEmptyParts(block, locale);
	const mark = empty.length === PARTS.length ? "empty" : (empty[0] ?? "complete");
	return (
		<p className="flex flex-wrap gap-2">
			<Badge tone={mark === "complete" ? "success" : "neutral"}>{t(mark)}</Badge>
			{newer !== undefined && mark !== "empty" && (
				<Badge tone="warning">{t("older", { language: newer })}</Badge>
			)}
		</p>
	);
}

/** The parts of a text that nobody has written yet, here or elsewhere. */
function useEmptyParts(block: Props["block"], locale: string): readonly Part[] {
	const { value } = useEventForm();
	const isEmpty = (text: string) => text.trim() === "";
	const [empty, setEmpty] = useState(() =>
		PARTS.filter((part) => isEmpty(value(`texts.${locale}.${part}`))),
	);

	function look() {
		const fields = [
			...(block.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
				"input, textarea",
			) ?? []),
		];
		const written = new Set(
			fields.filter((field) => !isEmpty(field.value)).map(({ name }) => name),
		);
		const found = PARTS.filter((part) => !written.has(`texts.${locale}.${part}`));
		setEmpty((before) => (before.join() === found.join() ? before : found));
	}

	useEffect(() => {
		const element = block.current;
		look();
		element?.addEventListener("input", look);
		return () => element?.removeEventListener("input", look);
	});
	// What others have saved is written into the inputs after this.
	useIncoming(() => {
		requestAnimationFrame(look);
		return [];
	});
	return empty;
}
