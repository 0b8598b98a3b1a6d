"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/text-fields";
import { Link } from "@/i18n/navigation";

function storageKey(eventId: string): string {
	return `draft-copy:${eventId}`;
}

/** Says that the event was saved elsewhere. With script: offers to load that version and to keep one's own text. */
export function SaveConflict({
	eventId,
	form,
	onLeave,
}: {
	eventId: string;
	form?: RefObject<HTMLFormElement | null>;
	onLeave?: () => void;
}) {
	const t = useTranslations("eventForm.conflict");

	function load() {
		if (form?.current) sessionStorage.setItem(storageKey(eventId), typedText(form.current));
		onLeave?.();
		window.location.reload();
	}

	return (
		<Notice tone="error" title={t("title")} live>
			<p>{t("text")}</p>
			{form ? (
				<>
					<p className="mt-2">{t("keep")}</p>
					<Button variant="secondary" className="mt-4" onClick={load}>
						{t("load")}
					</Button>
				</>
			) : (
				<p className="mt-2">
					{t("noScript")}{" "}
					<Link href={`/my/events/${eventId}`} target="_blank" className="text-link">
						{t("open")}
					</Link>
				</p>
			)}
		</Notice>
	);
}

/** What was typed before the other version was loaded, to copy from. */
export function KeptCopy({ eventId }: { eventId: string }) {
	const t = useTranslations("eventForm.conflict");
	const [copy, setCopy] = useState<string | null>(null);
	useEffect(() => setCopy(sessionStorage.getItem(storageKey(eventId))), [eventId]);
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (copy !== null) box.current?.scrollIntoView();
	}, [copy]);
	if (copy === null) return null;
	return (
		<div ref={box}>
			<Disclosure summary={t("copyTitle")} open>
				<label htmlFor="keptCopy" className="sr-only">
					{t("copy")}
				</label>
				<Textarea id="keptCopy" readOnly rows={10} dir="auto" value={copy} />
				<Button
					variant="quiet"
					className="mt-2"
					onClick={() => {
						sessionStorage.removeItem(storageKey(eventId));
						setCopy(null);
					}}
				>
					{t("dismiss")}
				</Button>
			</Disclosure>
		</div>
	);
}

/** Every answer of the form under its own label, as plain text. */
function typedText(form: HTMLFormElement): string {
	const lines: string[] = [];
	for (const control of form.elements) {
		if (
			control instanceof HTMLTextAreaElement ||
			(control instanceof HTMLInputElement && isText(control))
		) {
			const label = control.labels?.[0]?.firstChild?.textContent ?? control.name;
			if (control.value !== "" && control.id !== "keptCopy")
				lines.push(`${label}: ${control.value}`);
		}
	}
	return lines.join("\n\n");
}

function isText(input: HTMLInputElement): boolean {
	return ["text", "email", "tel", "url", "date", "time"].includes(input.type);
}
