import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { DEFAULT_RADIUS_KM } from "@/lib/calendar/filters";
import { RADII_KM } from "@/lib/calendar/radii";
import type { ListRequest } from "./list-address";
import { nearLabel } from "./near-label";
import { NearMe } from "./near-me";

/** A place by its name, or by the visitor's position where they ask for it, and how far around it. */
export function NearFields({ chosen }: Pick<ListRequest, "chosen">) {
	const t = useTranslations("events.filters");
	const locale = useLocale();
	const near =
		chosen.near && /^\d+$/.test(chosen.near) ? nearLabel(chosen.near, locale) : chosen.near;
	const kilometres = (km: number) => t("kilometres", { km });
	return (
		<div className="flex flex-col gap-1.5 sm:col-span-2 lg:col-span-3">
			<div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_auto]">
				<TextField
					name="near"
					label={t("near")}
					placeholder={t("nearHint")}
					defaultValue={near}
					maxLength={80}
					autoComplete="off"
					plain
				/>
				<SelectField
					name="radius"
					label={t("radius")}
					defaultValue={chosen.radius ?? ""}
					options={[
						{ value: "", label: kilometres(DEFAULT_RADIUS_KM) },
						...RADII_KM.filter((km) => km !== DEFAULT_RADIUS_KM).map((km) => ({
							value: String(km),
							label: kilometres(km),
						})),
					]}
					plain
				/>
				<NearMe
					field="near"
					cities={`/api/v1/cities?locale=${locale}`}
					texts={{ button: t("nearMe"), waiting: t("nearMeWaiting"), failed: t("nearMeFailed") }}
				/>
			</div>
		</div>
	);
}
