"use client";

import { useTranslations } from "next-intl";
import { Checkbox, Fieldset } from "@/components/ui/choices";
import { FileField } from "@/components/ui/file-field";
import { TextField } from "@/components/ui/text-fields";

type Props = {
	logoId: string | null;
	pictureError: string | undefined;
	credit: { name: string; error: string | undefined; defaultValue: string };
};

/** The logo, and whose it is; sent with the form. */
export function LogoFields({ logoId, pictureError, credit }: Props) {
	const t = useTranslations("organisation.profile");
	return (
		<Fieldset name="logo" legend={t("logo")} hint={t("logoHint")} optional>
			<div className="flex flex-col gap-6">
				{logoId && (
					<>
						{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
						<img
							src={`/media/${logoId}/480`}
							alt={t("logoNow")}
							className="max-h-32 max-w-full self-start rounded-sm border border-line"
						/>
						<Checkbox name="removeLogo" value="1" label={t("removeLogo")} />
					</>
				)}
				<FileField
					name="picture"
					label={t(logoId ? "replaceLogo" : "logoFile")}
					error={pictureError}
					accept="image/jpeg,image/png,image/webp"
					plain
				/>
				<TextField
					{...credit}
					label={t("logoCredit")}
					hint={t("logoCreditHint")}
					maxLength={160}
					plain
				/>
			</div>
		</Fieldset>
	);
}
