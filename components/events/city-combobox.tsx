"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useCallback, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/text-fields";
import { CityList, optionId } from "./city-list";
import { type CityOption, searchCities } from "./city-search";
import { useTypeAhead } from "./use-type-ahead";

type Props = {
	name: string;
	label: string;
	hint?: ReactNode;
	error?: string;
	note?: ReactNode;
	required?: boolean;
	value: string;
	/** Typed, but not chosen (yet). */
	onType: (text: string) => void;
	onPick: (city: CityOption) => void;
	/** The city is not in the list: country and zone come by hand. */
	onByHand: () => void;
	/** The focus went elsewhere; `named` is the city of the list whose name was typed in full. */
	onLeave: (named: CityOption | undefined) => void;
};

const LIST_ID = "cityName-list";
const PAUSE_MS = 120;

/** Type-ahead of cities after the ARIA combobox pattern (APG, list autocomplete with manual selection). */
export function CityCombobox({
	name,
	label,
	hint,
	error,
	note,
	required,
	value,
	onType,
	onPick,
	onByHand,
	onLeave,
}: Props) {
	const t = useTranslations("eventForm.where");
	const { search, isShown, count, active, cities, byHand, open, close, choose, onKeyDown } =
		useCombobox({
			value,
			onPick,
			onByHand,
		});
	return (
		<Field name={name} label={label} hint={hint} error={error} note={note} required={required}>
			{(control) => (
				<div className="relative">
					<Input
						{...control}
						role="combobox"
						aria-expanded={isShown && count > 0}
						aria-controls={LIST_ID}
						aria-autocomplete="list"
						aria-activedescendant={isShown && active >= 0 ? optionId(LIST_ID, active) : undefined}
						autoComplete="off"
						spellCheck={false}
						maxLength={100}
						value={value}
						onChange={(event) => {
							open();
							onType(event.currentTarget.value);
						}}
						onKeyDown={onKeyDown}
						onBlur={() => {
							close();
							onLeave(cities.find(({ label }) => isSameName(label, value)));
						}}
					/>
					<CityList
						id={LIST_ID}
						label={label}
						isShown={isShown}
						cities={cities}
						active={active}
						byHand={byHand >= 0 ? value : null}
						onChoose={choose}
					/>
					<p role="status" className="sr-only">
						{isShown && search.kind === "found" && t("results", { count: cities.length })}
						{isShown && search.kind === "searching" && t("searching")}
						{isShown && search.kind === "failed" && t("searchFailed")}
					</p>
				</div>
			)}
		</Field>
	);
}

function isSameName(one: string, other: string): boolean {
	return one.localeCompare(other.trim(), undefined, { sensitivity: "base" }) === 0;
}

/** The list's state and keys: what is found, what the arrows are on, what Enter and Escape do. */
function useCombobox({ value, onPick, onByHand }: Pick<Props, "value" | "onPick" | "onByHand">) {
	const [isOpen, setIsOpen] = useState(false);
	const [active, setActive] = useState(-1);
	const locale = useLocale();
	const ask = useCallback(
		(query: string, signal: AbortSignal) => searchCities(query, locale, signal),
		[locale],
	);
	const search = useTypeAhead(value, { search: ask, pauseMs: PAUSE_MS, isOn: isOpen });
	const cities = search.kind === "found" ? search.items : [];
	const byHand = search.kind === "found" || search.kind === "failed" ? cities.length : -1;
	const count = byHand + 1;
	const isShown = isOpen && value.trim() !== "" && search.kind !== "none";

	function close() {
		setIsOpen(false);
		setActive(-1);
	}

	function choose(index: number) {
		const city = cities[index];
		close();
		if (city) onPick(city);
		else onByHand();
	}

	function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
		if (event.nativeEvent.isComposing) return;
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			event.preventDefault();
			if (!isShown) return setIsOpen(true);
			const step = event.key === "ArrowDown" ? 1 : -1;
			const from = active === -1 && step === -1 ? 0 : active;
			if (count > 0) setActive((from + step + count) % count);
		} else if (event.key === "Enter" && isShown) {
			event.preventDefault();
			if (active >= 0) choose(active);
		} else if (event.key === "Escape" && isShown) {
			event.preventDefault();
			close();
		}
	}

	function open() {
		setActive(-1);
		setIsOpen(true);
	}

	return { search, isShown, count, active, cities, byHand, open, close, choose, onKeyDown };
}
