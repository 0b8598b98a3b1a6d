"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, useRef, useState } from "react";
import type { PinMapProps, PinPoint } from "@/components/map/pin-canvas";
import { Button } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/choices";
import { TextField } from "@/components/ui/text-fields";
import { readCoordinates } from "@/lib/places/read-coordinates";
import { useEventForm, useTextProps } from "./form-context";

export type PinChoices = Pick<PinMapProps, "styleUrl"> & {
	locale: string;
	gestures: PinMapProps["texts"]["gestures"];
};

type Opened = Pick<PinMapProps, "start" | "places"> & { Canvas: ComponentType<PinMapProps> };

type Fault = "noCity" | "failed";

/** The exact place: typed, pasted from another map, or set with a pin where script runs. */
export function CoordinatesFields({ pin }: { pin: PinChoices }) {
	const t = useTranslations("eventForm.where");
	const text = useTextProps();
	const { changed } = useEventForm();
	const lat = useRef<HTMLInputElement>(null);
	const lon = useRef<HTMLInputElement>(null);
	const number = { inputMode: "decimal", dir: "ltr", plain: true } as const;

	function set(point: PinPoint | null) {
		if (lat.current) lat.current.value = point ? String(point.lat) : "";
		if (lon.current) lon.current.value = point ? String(point.lon) : "";
		changed("lat");
		changed("lon");
	}

	return (
		<Fieldset name="coordinates" legend={t("coordinates")} hint={t("coordinatesHint")} optional>
			<div className="flex flex-col gap-4">
				<div className="grid max-w-96 grid-cols-2 gap-6">
					<TextField
						{...text("lat")}
						{...number}
						ref={lat}
						label={t("lat")}
						maxLength={2000}
						onPaste={(event) => {
							const point = readCoordinates(event.clipboardData.getData("text"));
							if (!point) return;
							event.preventDefault();
							set(point);
						}}
					/>
					<TextField {...text("lon")} {...number} ref={lon} label={t("lon")} maxLength={20} />
				</div>
				<PinMap
					pin={pin}
					startOf={() => (lat.current && lon.current ? placeIn(lat.current, lon.current) : null)}
					onPin={set}
				/>
			</div>
		</Fieldset>
	);
}

function PinMap({
	pin,
	startOf,
	onPin,
}: {
	pin: PinChoices;
	startOf: () => URLSearchParams | null;
	onPin: (point: PinPoint | null) => void;
}) {
	const t = useTranslations("eventForm.where.pin");
	const ui = useTranslations("ui");
	const [opened, setOpened] = useState<Opened | null>(null);
	const [fault, setFault] = useState<Fault | null>(null);
	const [isOpening, setIsOpening] = useState(false);

	async function open() {
		const asked = startOf();
		setFault(asked ? null : "noCity");
		if (!asked) return;
		asked.set("locale", pin.locale);
		setIsOpening(true);
		await load(asked).then(setOpened, () => setFault("failed"));
		setIsOpening(false);
	}

	return (
		<div className="flex flex-col gap-3 [@media(scripting:none)]:hidden">
			<div className="flex flex-wrap gap-3">
				<Button
					variant="secondary"
					aria-expanded={opened !== null}
					aria-disabled={isOpening || undefined}
					onClick={() => (opened ? setOpened(null) : void open())}
				>
					{isOpening ? ui("working") : t(opened ? "close" : "open")}
				</Button>
				{opened && (
					<Button
						variant="quiet"
						onClick={() => {
							onPin(null);
							setOpened(null);
						}}
					>
						{t("remove")}
					</Button>
				)}
			</div>
			<p role="status" className="text-sm text-error empty:hidden">
				{fault && t(fault)}
			</p>
			{opened && (
				<>
					<p className="text-sm text-muted">{t("help")}</p>
					<opened.Canvas
						start={opened.start}
						places={opened.places}
						styleUrl={pin.styleUrl}
						texts={{ map: t("open"), pin: t("label"), gestures: pin.gestures }}
						onPin={onPin}
						onFault={() => {
							setOpened(null);
							setFault("failed");
						}}
					/>
				</>
			)}
		</div>
	);
}

/** What the form says of the place: its point, else its city; null for neither. */
function placeIn(lat: HTMLInputElement, lon: HTMLInputElement): URLSearchParams | null {
	const point = readCoordinates(`${lat.value}; ${lon.value}`);
	if (point) return new URLSearchParams({ lat: String(point.lat), lon: String(point.lon) });
	const city = lat.form?.elements.namedItem("cityGeonameId");
	return city instanceof HTMLInputElement && city.value !== ""
		? new URLSearchParams({ city: city.value })
		: null;
}

async function load(asked: URLSearchParams): Promise<Opened> {
	const [{ PinCanvas }, answer] = await Promise.all([
		import("@/components/map/pin-canvas"),
		fetch(`/api/my/surroundings?${asked}`),
	]);
	if (!answer.ok) throw new Error(`surroundings: ${answer.status}`);
	const { lat, lon, places }: PinPoint & Pick<Opened, "places"> = await answer.json();
	return { Canvas: PinCanvas, start: { lat, lon }, places };
}
