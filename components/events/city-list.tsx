import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { type CityOption, regionOf } from "./city-search";

type Props = {
	id: string;
	label: string;
	isShown: boolean;
	cities: readonly CityOption[];
	/** The option that the arrow keys are on; -1 for none. */
	active: number;
	/** What was typed, when it may be taken as it is: the last option. */
	byHand: string | null;
	onChoose: (index: number) => void;
};

/** Id of the option at a place in the list. */
export function optionId(list: string, index: number): string {
	return `${list}-${index}`;
}

/** The list under the city's input; the input keeps the focus. */
export function CityList({ id, label, isShown, cities, active, byHand, onChoose }: Props) {
	const t = useTranslations("eventForm.where");
	const list = useRef<HTMLDivElement>(null);
	const count = cities.length + (byHand === null ? 0 : 1);
	useEffect(() => {
		if (isShown && count > 0) list.current?.scrollIntoView({ block: "nearest" });
	}, [isShown, count]);
	const option = (index: number) => ({
		id: optionId(id, index),
		isActive: index === active,
		onChoose: () => onChoose(index),
	});
	return (
		<div
			ref={list}
			id={id}
			role="listbox"
			aria-label={label}
			hidden={!isShown || count === 0}
			className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 scroll-mb-16 overflow-y-auto border border-line-strong bg-surface py-1 shadow-[0_1.5rem_2rem_-1.5rem_rgb(0_0_0/0.35)]"
		>
			{cities.map((city, index) => (
				<Option key={city.id} {...option(index)}>
					<span className="font-medium">{city.label}</span>
					<span className="block text-sm text-muted">
						{[regionOf(city, cities), city.countryName].filter(Boolean).join(", ")}
					</span>
				</Option>
			))}
			{byHand !== null && (
				<Option {...option(cities.length)} isLast>
					<bdi>{t("notListed", { name: byHand })}</bdi>
					<span className="block text-sm text-muted">{t("notListedHint")}</span>
				</Option>
			)}
		</div>
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
