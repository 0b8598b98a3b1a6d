import { useTranslations } from "next-intl";
import { Checkbox, Fieldset } from "@/components/ui/choices";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-fields";
import type { RecapVersion } from "@/lib/events/recap-queries";
import { directionOf } from "@/lib/text/languages";
import { type FieldOf, type NamedLanguage, textIn } from "./recap-field";

const ACCEPTED = "image/jpeg,image/png,image/webp";

type Props = {
	pictures: RecapVersion["pictures"];
	languages: readonly NamedLanguage[];
	max: number;
	field: FieldOf;
	/** The tick of a form that was refused for something else. */
	hasConsent: boolean;
};

/** The pictures that are there, and room for one more: it goes with the form, so it works without script. */
export function RecapPictureFields({ pictures, languages, max, field, hasConsent }: Props) {
	const t = useTranslations("recap.form");
	return (
		<Fieldset
			name="pictures"
			size="section"
			legend={t("pictures")}
			hint={t("picturesHint", { max })}
		>
			{pictures.map((picture, index) => (
				<Fieldset
					key={picture.id}
					name={`pictures.${picture.id}`}
					legend={t("picture", { number: index + 1 })}
					className="rounded-sm border border-line p-4"
				>
					{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
					<img
						src={`/media/${picture.id}/480`}
						alt={picture.alt[0]?.text ?? ""}
						width={picture.width}
						height={picture.height}
						className="h-auto max-h-48 w-auto max-w-full self-start rounded-sm"
					/>
					<PictureTexts
						prefix={`pictures.${picture.id}`}
						picture={picture}
						languages={languages}
						field={field}
					/>
					<div>
						<SubmitButton name="intent" value={`remove_picture.${picture.id}`} variant="quiet">
							{t("remove")}
						</SubmitButton>
					</div>
				</Fieldset>
			))}
			{pictures.length < max && (
				<NewPicture languages={languages} field={field} hasConsent={hasConsent} />
			)}
		</Fieldset>
	);
}

function NewPicture({
	languages,
	field,
	hasConsent,
}: Pick<Props, "languages" | "field" | "hasConsent">) {
	const t = useTranslations("recap.form");
	return (
		<Fieldset
			name="newPicture"
			legend={t("add")}
			className="rounded-sm border border-line-strong p-4"
		>
			<FileField
				name="newPicture.file"
				label={t("file")}
				error={field("newPicture.file").error}
				accept={ACCEPTED}
				plain
			/>
			<PictureTexts prefix="newPicture" languages={languages} field={field} />
			<Checkbox
				name="newPicture.consent"
				value="on"
				label={t("consent")}
				error={field("newPicture.consent").error}
				defaultChecked={hasConsent}
			/>
			<div>
				<SubmitButton name="intent" value="add_picture" variant="secondary">
					{t("add")}
				</SubmitButton>
			</div>
		</Fieldset>
	);
}

function PictureTexts({
	prefix,
	picture,
	languages,
	field,
}: Pick<Props, "languages" | "field"> & {
	prefix: string;
	picture?: RecapVersion["pictures"][number];
}) {
	const t = useTranslations("recap.form");
	return (
		<>
			<TextField
				{...field(`${prefix}.credit`, picture?.credit)}
				label={t("credit")}
				dir="auto"
				maxLength={200}
				plain
			/>
			{languages.map(({ tag, name }) => (
				<TextField
					key={tag}
					{...field(`${prefix}.alt.${tag}`, textIn(picture?.alt, tag))}
					label={t("alt", { language: name })}
					lang={tag}
					dir={directionOf(tag)}
					maxLength={300}
					plain
				/>
			))}
		</>
	);
}
