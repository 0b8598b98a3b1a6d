import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/text-fields";
import type { Facets } from "@/lib/calendar/facets";
import {
	AttendanceMenu,
	CityMenu,
	CountryMenu,
	LanguageMenu,
	OrganiserMenu,
	SeasonMenu,
	TypeMenu,
} from "./filter-menus";
import { FILTER_NAMES, type FilterName, type ListRequest, VIEWS } from "./list-address";
import { NearFields } from "./near-fields";

type Props = {
	request: ListRequest;
	facets: Facets;
	/** Of the organisers among the facets, by slug. */
	organisers: Readonly<Record<string, string>>;
	currentSeason: number;
};

/** Always in sight; the others open on demand. */
const FIRST: readonly FilterName[] = ["q", "country", "season"];

/** The filters; a plain GET form, so that each choice has an address and needs no script. */
export function FilterForm({ request, facets, organisers, currentSeason }: Props) {
	const t = useTranslations("events.filters");
	const locale = useLocale();
	const { chosen, view } = request;
	const menu = { facets, chosen };
	const more = FILTER_NAMES.filter((name) => !FIRST.includes(name) && chosen[name] !== undefined);
	return (
		<search>
			<form
				method="get"
				action={`/${locale}/events`}
				aria-label={t("label")}
				className="flex flex-col gap-4"
			>
				{view !== VIEWS[0] && <input type="hidden" name="view" value={view} />}
				<div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1.4fr_1.2fr_auto]">
					<TextField
						name="q"
						type="search"
						label={t("q")}
						defaultValue={chosen.q}
						placeholder={t("qHint")}
						maxLength={200}
						className="sm:col-span-2 lg:col-span-1"
						plain
					/>
					<CountryMenu {...menu} />
					<SeasonMenu facets={facets} season={request.season} currentSeason={currentSeason} />
					<Button type="submit" className="sm:col-span-2 lg:col-span-1">
						{t("submit")}
					</Button>
				</div>
				<Disclosure
					summary={more.length > 0 ? t("moreChosen", { count: more.length }) : t("more")}
					open={request.isReversed}
				>
					<div className="grid items-end gap-x-4 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
						<TypeMenu {...menu} />
						<Days request={request} />
						<NearFields chosen={chosen} />
						<CityMenu {...menu} />
						<OrganiserMenu {...menu} names={organisers} />
						<AttendanceMenu {...menu} />
						<LanguageMenu name="language" {...menu} />
						<LanguageMenu name="text" {...menu} />
						<Facts {...menu} />
					</div>
				</Disclosure>
			</form>
		</search>
	);
}

function Days({ request: { chosen, isReversed } }: Pick<Props, "request">) {
	const t = useTranslations("events.filters");
	return (
		<div className="grid items-end gap-4 min-[24rem]:grid-cols-2 lg:col-span-2">
			<TextField name="from" type="date" label={t("from")} defaultValue={chosen.from} plain />
			<TextField
				name="to"
				type="date"
				label={t("to")}
				defaultValue={chosen.to}
				error={isReversed ? t("reversed") : undefined}
				plain
			/>
		</div>
	);
}

function Facts({ facets, chosen }: { facets: Facets; chosen: ListRequest["chosen"] }) {
	const t = useTranslations("events");
	return (
		<div className="flex flex-wrap gap-x-8">
			{(["free", "accessible"] as const).map((name) => (
				<Checkbox
					key={name}
					name={name}
					value="1"
					defaultChecked={chosen[name] === "1"}
					label={t("option", { name: t(`filters.${name}`), count: facets[name]["1"] ?? 0 })}
				/>
			))}
		</div>
	);
}
