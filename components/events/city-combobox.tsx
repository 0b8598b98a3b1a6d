"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/text-fields";
import { type CityOption, searchCities } from "./city-search";

type Props = {
	name: string;
	label: string;
	hint?: ReactNode;
	error?: string;
	required?: boolean;
	value: string;
	/** Typed, but not chosen (yet). */
	onType: (text: string) => void;
	onPick: (city: CityOption) => void;
	/** The city is not in the list: country and zone come by hand. */
	onByHand: () => void;
	/** The focus went elsewhere. */
	onLeave: () => void;
};

type Search =
	| { kind: "none" | "searching" | "failed" }
	| { kind: "found"; query: string; cities: CityOption[] };

const PAUSE_MS = 120;
const LIST_ID = "cityName-list";

/** Type-ahead of cities after the ARIA combobox pattern (APG, list autocomplete with manual selection). */
export function CityCombobox({
	name,
	label,
	hint,
	error,
	required,
	value,
	onType,
	onPick,
	onByHand,
	onLeave,
}: Props) {
	const t = useTranslations("eventForm.where");
	const [isOpen, setIsOpen] = useState(false);
	const [active, setActive] = useState(-1);
	const search = useCitySearch(value, isOpen);
	const cities = search.kind === "found" ? search.cities : [];
	const byHand = search.kind === "found" || search.kind === "failed" ? cities.length : -1;
	const count = byHand + 1;
	const isShown = isOpen && value.trim() !== "" && search.kind !== "none";
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (isShown && count > 0) list.current?.scrollIntoView({ block: "nearest" });
	}, [isShown, count]);

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

	const optionId = (index: number) => `${LIST_ID}-${index}`;
	return (
		<Field name={name} label={label} hint={hint} error={error} required={required}>
			{(control) => (
				<div className="relative">
					<Input
						{...control}
						role="combobox"
						aria-expanded={isShown && count > 0}
						aria-controls={LIST_ID}
						aria-autocomplete="list"
						aria-activedescendant={isShown && active >= 0 ? optionId(active) : undefined}
						autoComplete="off"
						spellCheck={false}
						maxLength={100}
						value={value}
						onChange={(event) => {
							setActive(-1);
							setIsOpen(true);
							onType(event.currentTarget.value);
						}}
						onKeyDown={onKeyDown}
						onBlur={() => {
							close();
							onLeave();
						}}
					/>
					<div
						ref={list}
						id={LIST_ID}
						role="listbox"
						aria-label={label}
						hidden={!isShown || count === 0}
						className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 scroll-mb-16 overflow-y-auto border border-line-strong bg-surface py-1 shadow-[0_1.5rem_2rem_-1.5rem_rgb(0_0_0/0.35)]"
					>
						{cities.map((city, index) => (
							<Option
								key={city.id}
								id={optionId(index)}
								isActive={index === active}
								onChoose={() => choose(index)}
							>
								<span className="font-medium">{city.label}</span>
								<span className="block text-sm text-muted">
									{[city.admin1, city.countryName].filter(Boolean).join(", ")}
								</span>
							</Option>
						))}
						{byHand >= 0 && (
							<Option
								id={optionId(byHand)}
								isActive={byHand === active}
								isLast
								onChoose={() => choose(byHand)}
							>
								<bdi>{t("notListed", { name: value })}</bdi>
								<span className="block text-sm text-muted">{t("notListedHint")}</span>
							</Option>
						)}
					</div>
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

function Option({
	id,
	isActive,
	isLast = false,
	onChoose,
	children,
}: {
	id: string;
	isActive: boolean;
	isLast?: boolean;
	onChoose: () => void;
	children: ReactNode;
}) {
	const item = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (isActive) item.current?.scrollIntoView({ block: "nearest" });
	}, [isActive]);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works from the input, by aria-activedescendant
		// biome-ignore lint/a11y/useFocusableInteractive: options are never focused in this pattern
		<div
			ref={item}
			id={id}
			role="option"
			aria-selected={isActive}
			className={classNames(
				"min-h-11 cursor-pointer border-s-2 border-transparent px-4 py-2 leading-snug hover:bg-sunken aria-selected:border-rule aria-selected:bg-sunken",
				isLast && "border-t border-t-line",
			)}
			// The input keeps the focus, so that its blur does not close the list first.
			onMouseDown={(event) => event.preventDefault()}
			onClick={onChoose}
		>
			{children}
		</div>
	);
}

/** Cities for what is typed, a moment after the last key; an answer that comes too late is dropped. */
function useCitySearch(query: string, isOn: boolean): Search {
	const locale = useLocale();
	const [search, setSearch] = useState<Search>({ kind: "none" });
	useEffect(() => {
		const wanted = query.trim();
		if (!isOn || wanted === "") return setSearch({ kind: "none" });
		const late = new AbortController();
		setSearch((before) => (before.kind === "found" ? before : { kind: "searching" }));
		const timer = setTimeout(() => {
			searchCities(wanted, locale, late.signal).then(
				(cities) => setSearch({ kind: "found", query: wanted, cities }),
				() => late.signal.aborted || setSearch({ kind: "failed" }),
			);
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			late.abort();
		};
	}, [query, isOn, locale]);
	return search;
}
