"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Fieldset } from "@/components/ui/choices";
import { classNames } from "@/components/ui/class-names";
import { FileField } from "@/components/ui/file-field";
import { TextField } from "@/components/ui/text-fields";
import { directionOf } from "@/lib/text/languages";
import { useEventForm, useTextProps } from "./form-context";
import { FormSection } from "./form-section";
import { IntentButton } from "./intent-button";
import { sendPicture } from "./send-picture";

type Props = {
	organisationId: string;
	locales: readonly string[];
	languageName: (tag: string) => string;
	pictureId: string;
	onPicture: (id: string) => void;
};

const ACCEPTED = "image/jpeg,image/png,image/webp";

type Upload = { kind: "none" | "sending" | "done" } | { kind: "refused"; key: string };

/** One picture: sent as soon as it is chosen, or with the form where there is no script. */
export function PictureSection({
	organisationId,
	locales,
	languageName,
	pictureId,
	onPicture,
}: Props) {
	const t = useTranslations("eventForm.picture");
	const { note } = useEventForm();
	const { upload, refusal, send, forget } = useUpload(organisationId, onPicture);
	return (
		<FormSection name="pictureSection" legend={t("legend")} hint={t("hint")}>
			<input type="hidden" name="pictureId" value={pictureId} />
			{pictureId && (
				<CurrentPicture
					pictureId={pictureId}
					onRemove={() => {
						onPicture("");
						forget();
					}}
				/>
			)}
			<FileField
				name="picture"
				label={pictureId ? t("replace") : t("file")}
				error={refusal}
				note={note("pictureId")}
				accept={ACCEPTED}
				onChange={(event) => void send(event.currentTarget)}
			/>
			<p role="status" className="text-sm text-muted empty:hidden">
				{upload.kind === "sending" && t("uploading")}
				{upload.kind === "done" && t("uploaded")}
			</p>
			{/* By CSS, as what hides only when the script has come moves the buttons below. */}
			<div
				className={classNames(
					"flex flex-col gap-6",
					!pictureId && "[@media(scripting:enabled)]:hidden",
				)}
			>
				<PictureTexts locales={locales} languageName={languageName} />
			</div>
		</FormSection>
	);
}

/** Sends a picture, and says how that stands. */
function useUpload(organisationId: string, onPicture: (id: string) => void) {
	const t = useTranslations("eventForm.picture");
	const errors = useTranslations("errors");
	const { error } = useEventForm();
	const [upload, setUpload] = useState<Upload>({ kind: "none" });

	async function send(input: HTMLInputElement) {
		const file = input.files?.[0];
		if (!file) return;
		setUpload({ kind: "sending" });
		const answer = await sendPicture(organisationId, file);
		// The form must not send the file a second time.
		input.value = "";
		if ("key" in answer) return setUpload({ kind: "refused", key: answer.key });
		onPicture(answer.id);
		setUpload({ kind: "done" });
	}

	const reason = upload.kind === "refused" ? upload.key : null;
	const sentence = reason === "" ? t("failed") : reason && errors(reason);
	const forget = () => setUpload({ kind: "none" });
	return { upload, refusal: sentence ?? error("picture"), send, forget };
}

function CurrentPicture({ pictureId, onRemove }: { pictureId: string; onRemove: () => void }) {
	const t = useTranslations("eventForm.picture");
	return (
		<div className="flex flex-wrap items-end gap-6">
			{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
			<img
				src={`/media/${pictureId}/480`}
				alt={t("current")}
				className="max-h-60 max-w-full rounded-sm border border-line"
			/>
			<IntentButton intent="remove_picture" variant="quiet" onIntent={onRemove}>
				{t("remove")}
			</IntentButton>
		</div>
	);
}

function PictureTexts({ locales, languageName }: Pick<Props, "locales" | "languageName">) {
	const t = useTranslations("eventForm.picture");
	const text = useTextProps();
	return (
		<>
			<Fieldset name="pictureAlts" legend={t("altLegend")} hint={t("altHint")}>
				{locales.map((locale) => (
					<TextField
						key={locale}
						{...text(`texts.${locale}.pictureAlt`)}
						label={t("alt", { language: languageName(locale) })}
						lang={locale}
						dir={directionOf(locale)}
						maxLength={300}
						plain
					/>
				))}
			</Fieldset>
			<TextField {...text("pictureCredit")} label={t("credit")} maxLength={200} />
		</>
	);
}
