"use client";

import { useEffect, useId, useState } from "react";

type Props = {
	/** Id of the field that takes the place. */
	field: string;
	/** Address that finds cities, to which `&q=` is added. */
	cities: string;
	texts: { button: string; waiting: string; failed: string };
};

const TYPING_PAUSE_MS = 200;
const WAIT_MS = 10_000;

/**
 * Suggests cities in the field, and fills in where the visitor is, only when they press the button. The position is
 * rounded to about a kilometre before it stands in an address. Without script the field takes a city's name.
 */
export function NearMe({ field, cities, texts }: Props) {
	const listId = useId();
	const [names, setNames] = useState<string[]>([]);
	const [status, setStatus] = useState<"none" | "idle" | "waiting" | "failed">("none");
	useEffect(() => {
		setStatus("geolocation" in navigator ? "idle" : "none");
		const input = document.getElementById(field) as HTMLInputElement | null;
		input?.setAttribute("list", listId);
		let timer: ReturnType<typeof setTimeout> | undefined;
		const onInput = () => {
			clearTimeout(timer);
			const typed = input?.value.trim() ?? "";
			if (typed.length < 2) return;
			timer = setTimeout(
				() => void suggest(`${cities}&q=${encodeURIComponent(typed)}`).then(setNames),
				TYPING_PAUSE_MS,
			);
		};
		input?.addEventListener("input", onInput);
		return () => {
			clearTimeout(timer);
			input?.removeEventListener("input", onInput);
		};
	}, [field, cities, listId]);
	const locate = () => {
		setStatus("waiting");
		navigator.geolocation.getCurrentPosition(
			({ coords }) => {
				const input = document.getElementById(field) as HTMLInputElement | null;
				if (!input) return;
				input.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`;
				input.form?.requestSubmit();
			},
			() => setStatus("failed"),
			{ timeout: WAIT_MS, maximumAge: 600_000 },
		);
	};
	return (
		<>
			<datalist id={listId}>
				{names.map((name) => (
					<option key={name} value={name} />
				))}
			</datalist>
			{status !== "none" && (
				<div className="sm:col-span-2 lg:col-span-1">
					<button
						type="button"
						onClick={locate}
						disabled={status === "waiting"}
						className="inline-flex min-h-12 w-full items-center justify-center rounded-sm border border-line-strong px-5 font-medium hover:border-ink disabled:text-muted"
					>
						{status === "waiting" ? texts.waiting : texts.button}
					</button>
				</div>
			)}
			<p role="status" className="text-sm text-accent empty:hidden sm:col-span-2 lg:col-span-3">
				{status === "failed" && texts.failed}
			</p>
		</>
	);
}

async function suggest(address: string): Promise<string[]> {
	const answer = await fetch(address).catch(() => null);
	if (!answer?.ok) return [];
	const { items } = (await answer.json()) as { items: { description: string }[] };
	return items.map(({ description }) => description);
}
