"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Prose } from "@/components/ui/text";
import { directionOf } from "@/lib/text/languages";

/** Renders a Markdown source by the same sanitiser as the public page; null when it cannot. */
export type Preview = (source: string) => Promise<string | null>;

type Props = { field: string; locale: string; html: string; preview: Preview };

const PAUSE_MS = 500;

/** How a description will look: as saved at first, then as typed while it is open. */
export function DescriptionPreview({ field, locale, html, preview }: Props) {
	const t = useTranslations("eventForm.what");
	const [isOpen, setIsOpen] = useState(false);
	const [shown, setShown] = useState<string | null>(html);
	useEffect(() => {
		if (!isOpen) return;
		const source = document.getElementById(field);
		if (!(source instanceof HTMLTextAreaElement)) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let latest = 0;
		const render = async () => {
			const turn = ++latest;
			const rendered = source.value.trim() === "" ? "" : await preview(source.value);
			if (turn === latest) setShown(rendered);
		};
		const later = () => {
			clearTimeout(timer);
			timer = setTimeout(render, PAUSE_MS);
		};
		void render();
		source.addEventListener("input", later);
		return () => {
			latest = -1;
			clearTimeout(timer);
			source.removeEventListener("input", later);
		};
	}, [isOpen, field, preview]);
	return (
		<details
			className="border-y border-line"
			onToggle={(event) => setIsOpen(event.currentTarget.open)}
		>
			<summary className="min-h-11 cursor-pointer py-2.5 text-sm font-medium hover:text-accent">
				{t("preview")}
			</summary>
			<div className="bg-surface px-4 py-4">
				{shown ? (
					<Prose html={shown} lang={locale} dir={directionOf(locale)} />
				) : (
					<p className="text-sm text-muted">
						{t(shown === null ? "previewFailed" : "previewEmpty")}
					</p>
				)}
			</div>
		</details>
	);
}
