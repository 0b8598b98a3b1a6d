"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Hint } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-fields";
import { useEventForm } from "./form-context";

type Input = (part: string) => {
	name: string;
	defaultValue: string;
	error: string | undefined;
	note: ReactNode;
};

const STEP = 5;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-STEP, 0],
	ArrowRight: [STEP, 0],
	ArrowUp: [0, -STEP],
	ArrowDown: [0, STEP],
};

/** The point that stays in sight where a picture is cropped: by numbers, and where script runs on the picture itself. */
export function PictureFocus({ id, number, input }: { id: string; number: number; input: Input }) {
	const t = useTranslations("eventForm.pictures");
	const { isEnhanced, changed } = useEventForm();
	const [x, y] = [input("focus.x"), input("focus.y")];
	const [point, setPoint] = useState({ x: x.defaultValue, y: y.defaultValue });
	const at = { x: shareOf(point.x), y: shareOf(point.y) };

	function put(left: number, top: number) {
		setPoint({ x: String(inside(left)), y: String(inside(top)) });
		changed(x.name);
	}

	function press(event: MouseEvent<HTMLButtonElement>) {
		// Enter and the space bar press no point.
		if (event.detail === 0) return;
		const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
		put(((event.clientX - left) / width) * 100, ((event.clientY - top) / height) * 100);
	}

	function shift(event: KeyboardEvent) {
		const by = ARROWS[event.key];
		if (!by) return;
		event.preventDefault();
		put(at.x + by[0], at.y + by[1]);
	}

	const fields = [
		{ part: "x", field: x, label: t("focusX") },
		{ part: "y", field: y, label: t("focusY") },
	] as const;
	return (
		<Disclosure summary={t("focus")} open={Boolean(x.error ?? y.error)}>
			<div className="flex flex-col gap-5">
				<Hint id={`${x.name}-about`}>{t("focusHint")}</Hint>
				<div className="flex flex-wrap items-start gap-6">
					{isEnhanced && (
						<button
							type="button"
							onClick={press}
							onKeyDown={shift}
							aria-label={t("focusPoint", { number })}
							className="relative cursor-crosshair"
						>
							{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
							<img src={`/media/${id}/480`} alt="" className="max-h-60 max-w-full" />
							<span
								aria-hidden
								className="pointer-events-none absolute size-5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-paper bg-accent-fill shadow-[0_0_0_1px_var(--ink)]"
								style={{ left: `${at.x}%`, top: `${at.y}%` }}
							/>
						</button>
					)}
					<figure className="w-40">
						{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
						<img
							src={`/media/${id}/480`}
							alt=""
							className="aspect-[4/3] w-full object-cover"
							style={{ objectPosition: `${at.x}% ${at.y}%` }}
						/>
						<figcaption className="mt-1 text-sm text-muted">{t("cropped")}</figcaption>
					</figure>
				</div>
				<div className="grid max-w-96 grid-cols-2 items-end gap-6">
					{fields.map(({ part, field: { name, error }, label }) => (
						<TextField
							key={part}
							name={name}
							error={error}
							label={label}
							type="number"
							inputMode="numeric"
							min={0}
							max={100}
							plain
							value={point[part]}
							onChange={(event) => setPoint({ ...point, [part]: event.currentTarget.value })}
							className="figures"
						/>
					))}
				</div>
			</div>
		</Disclosure>
	);
}

/** A typed percentage as the crop takes it: the middle while there is none. */
function shareOf(typed: string): number {
	const number = Number(typed);
	return typed === "" || Number.isNaN(number) ? 50 : inside(number);
}

function inside(percent: number): number {
	return Math.round(Math.min(100, Math.max(0, percent)));
}
