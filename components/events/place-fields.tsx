"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SelectField } from "@/components/ui/text-fields";
import { CityCombobox } from "./city-combobox";
import type { CityOption } from "./city-search";
import { useEventForm, useIncoming } from "./form-context";
import { ByHand, PickedPlace } from "./picked-place";
import { zoneOffset } from "./zone-offset";

export type PlaceChoices = {
	countries: readonly { code: string; name: string }[];
	/** IANA zones, all of them. */
	zones: readonly string[];
	zonesByCountry: Readonly<Record<string, readonly string[]>>;
};

type Place = {
	id: string;
	city: string;
	country: string;
	timezone: string;
	/** What city and country said when `id` was picked: typed over, they are another place. */
	pickedCity: string;
	pickedCountry: string;
};

/**
 * `picked`: from the list, which gives country and zone. `typing`: not decided; `undecided`: left so. `hand`: all three
 * by hand.
 */
type Mode = "picked" | "typing" | "undecided" | "hand";

/**
 * City, country and time zone. Without script all three are plain controls and the server finds the city. Nothing here
 * depends on whether the script has come: it would move the buttons below under a finger.
 */
export function PlaceFields({
	countries,
	zones,
	zonesByCountry,
	date,
}: PlaceChoices & { date: string }) {
	const t = useTranslations("eventForm.where");
	const errors = useTranslations("errors");
	const { error, note, isEnhanced } = useEventForm();
	const { place, setPlace, mode, setMode, pick, chooseCountry } = usePlace(zonesByCountry);
	const hasProblem = error("country") !== undefined || error("timezone") !== undefined;
	const isUndecided = mode === "typing" || mode === "undecided";
	const isByHand = mode === "hand" || hasProblem;
	const isPicked = mode === "picked" && !hasProblem;
	const zoneChoices = isEnhanced ? zonesOf(place, zones, zonesByCountry) : zones;
	return (
		<div className="flex flex-col gap-6">
			<input type="hidden" name="cityGeonameId" value={place.id} />
			<input type="hidden" name="pickedCity" value={place.pickedCity} />
			<input type="hidden" name="pickedCountry" value={place.pickedCountry} />
			<input type="hidden" name="cityUndecided" value={isUndecided ? "on" : ""} />
			<CityCombobox
				name="cityName"
				label={t("city")}
				hint={t("cityHint")}
				error={
					mode === "undecided"
						? errors("places.unknownCity")
						: (error("cityName") ?? error("cityGeonameId"))
				}
				note={note("cityName")}
				required
				value={place.city}
				onType={(city) => {
					setPlace({ ...place, id: "", city });
					if (mode !== "hand" || place.city === "") setMode("typing");
				}}
				onPick={pick}
				onByHand={() => setMode("hand")}
				onLeave={(named) => {
					if (mode !== "typing") return;
					if (named) pick(named);
					else setMode(place.city.trim() === "" ? "hand" : "undecided");
				}}
			/>
			{isPicked && (
				<PickedPlace
					country={countries.find(({ code }) => code === place.country)?.name ?? place.country}
					zone={place.timezone}
					date={date}
				/>
			)}
			<ByHand isOpen={isByHand} isOffered={isPicked} onOpen={() => setMode("hand")}>
				<SelectField
					name="country"
					label={t("country")}
					error={error("country")}
					required
					value={place.country}
					onChange={(event) => chooseCountry(event.currentTarget.value)}
					options={[
						{ value: "", label: t("chooseCountry") },
						...countries.map(({ code, name }) => ({ value: code, label: name })),
					]}
				/>
				<ZoneField
					zones={zoneChoices}
					date={date}
					value={place.timezone}
					onZone={(timezone) => setPlace({ ...place, id: "", timezone })}
				/>
			</ByHand>
		</div>
	);
}

/** The place as it is now, and how it was found. */
function usePlace(zonesByCountry: PlaceChoices["zonesByCountry"]) {
	const { value, changed } = useEventForm();
	const [place, setPlace] = useState<Place>(() => ({
		id: value("cityGeonameId"),
		city: value("cityName"),
		country: value("country"),
		timezone: value("timezone"),
		pickedCity: value("pickedCity"),
		pickedCountry: value("pickedCountry"),
	}));
	const [mode, setMode] = useState<Mode>(() => (isAsPicked(place) ? "picked" : "hand"));
	useChanged(place, changed);
	useIncoming(({ names, values }) => {
		if (!names.includes("cityName")) return [];
		const next = {
			id: values.cityGeonameId ?? "",
			city: values.cityName ?? "",
			country: values.country ?? "",
			timezone: values.timezone ?? "",
			pickedCity: values.pickedCity ?? "",
			pickedCountry: values.pickedCountry ?? "",
		};
		setPlace(next);
		setMode(isAsPicked(next) ? "picked" : "hand");
		return [...names];
	});

	function pick(city: CityOption) {
		for (const name of ["cityName", "cityGeonameId", "country", "timezone"]) changed(name);
		const { id, label, country, timezone } = city;
		setPlace({
			id: String(id),
			city: label,
			country,
			timezone,
			pickedCity: label,
			pickedCountry: country,
		});
		setMode("picked");
	}

	function chooseCountry(country: string) {
		const [first = ""] = zonesByCountry[country] ?? [];
		setPlace({ ...place, id: "", country, timezone: first });
		setMode("hand");
	}

	return { place, setPlace, mode, setMode, pick, chooseCountry };
}

function ZoneField({
	zones,
	date,
	value,
	onZone,
}: {
	zones: readonly string[];
	date: string;
	value: string;
	onZone: (zone: string) => void;
}) {
	const t = useTranslations("eventForm.where");
	const { error, isEnhanced } = useEventForm();
	const labelOf = (zone: string) => [zone, zoneOffset(zone, date)].filter(Boolean).join(", ");
	return (
		<SelectField
			name="timezone"
			label={t("timezone")}
			hint={t("zoneHint")}
			error={error("timezone")}
			required
			value={value}
			onChange={(event) => onZone(event.currentTarget.value)}
			options={[
				{ value: "", label: t("chooseZone") },
				...zones.map((zone) => ({ value: zone, label: isEnhanced ? labelOf(zone) : zone })),
			]}
		/>
	);
}

function isAsPicked({ id, city, country, pickedCity, pickedCountry }: Place): boolean {
	return id !== "" && city === pickedCity && country === pickedCountry;
}

/** The zones of the country where they are known, and in any case the one chosen already. */
function zonesOf(
	place: Place,
	all: readonly string[],
	byCountry: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
	const known = byCountry[place.country] ?? [];
	const zones = known.length > 0 ? known : all;
	return place.timezone === "" || zones.includes(place.timezone)
		? zones
		: [place.timezone, ...zones];
}

/** Hidden fields tell nobody when they change. */
function useChanged(place: Place, changed: () => void): void {
	const before = useRef(place);
	useEffect(() => {
		if (before.current === place) return;
		before.current = place;
		changed();
	}, [place, changed]);
}
