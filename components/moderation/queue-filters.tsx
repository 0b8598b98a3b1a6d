import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { SelectField } from "@/components/ui/text-fields";
import { Link } from "@/i18n/navigation";
import { WAITING_AS } from "@/lib/moderation/queue-order";
import { countryName } from "@/lib/places/countries";

type Props = {
	locale: string;
	view: string;
	chosen: Partial<Record<"country" | "as" | "mine" | "late", string | undefined>>;
	/** What waits in each country, the most first. */
	countries: readonly { country: string; count: number }[];
};

/** Narrows the queue; a plain form, so that each choice has an address. */
export function QueueFilters({ locale, view, chosen, countries }: Props) {
	const t = useTranslations("review");
	const isNarrowed = Object.values(chosen).some(Boolean);
	return (
		<form
			action={`/${locale}/review`}
			className="flex flex-wrap items-end gap-x-6 gap-y-4 border-b border-line py-6"
		>
			{view !== "waiting" && <input type="hidden" name="view" value={view} />}
			<div className="min-w-52">
				<SelectField
					name="country"
					label={t("filters.country")}
					plain
					defaultValue={chosen.country ?? ""}
					options={[
						{ value: "", label: t("filters.allCountries") },
						...countries.map(({ country, count }) => ({
							value: country,
							label: `${countryName(country, locale)} (${count})`,
						})),
					]}
				/>
			</div>
			<div className="min-w-52">
				<SelectField
					name="as"
					label={t("filters.kind")}
					plain
					defaultValue={chosen.as ?? ""}
					options={[
						{ value: "", label: t("filters.allKinds") },
						...WAITING_AS.map((kind) => ({ value: kind, label: t(`filters.${kind}`) })),
					]}
				/>
			</div>
			<Checkbox
				name="mine"
				value="1"
				label={t("filters.mine")}
				defaultChecked={chosen.mine === "1"}
			/>
			<Checkbox
				name="late"
				value="1"
				label={t("filters.late")}
				defaultChecked={chosen.late === "1"}
			/>
			<div className="flex flex-wrap items-center gap-4">
				<Button type="submit" variant="secondary">
					{t("filters.show")}
				</Button>
				{isNarrowed && (
					<Link
						href={view === "waiting" ? "/review" : `/review?view=${view}`}
						className="text-link"
					>
						{t("filters.clear")}
					</Link>
				)}
			</div>
		</form>
	);
}
