import { useTranslations } from "next-intl";
import { Checkbox, Fieldset } from "@/components/ui/choices";
import { Disclosure } from "@/components/ui/disclosure";

type Country = { code: string; name: string };

/** The countries for which an organisation is responsible besides its own; those that it names already stand first. */
export function CoversFields({
	covers,
	countries,
	error,
}: {
	covers: readonly string[];
	countries: readonly Country[];
	error: string | undefined;
}) {
	const t = useTranslations("organisation.profile");
	const boxes = (list: readonly Country[]) => (
		<div className="grid gap-x-6 sm:grid-cols-2">
			{list.map(({ code, name }) => (
				<Checkbox
					key={code}
					id={`covers.${code}`}
					name="covers"
					value={code}
					label={name}
					defaultChecked={covers.includes(code)}
				/>
			))}
		</div>
	);
	return (
		<Fieldset name="covers" legend={t("covers")} hint={t("coversHint")} error={error} optional>
			{boxes(countries.filter(({ code }) => covers.includes(code)))}
			<Disclosure summary={t("coversMore")}>
				{boxes(countries.filter(({ code }) => !covers.includes(code)))}
			</Disclosure>
		</Fieldset>
	);
}
