"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FileField } from "@/components/ui/file-field";
import { MAX_PICTURES } from "@/lib/calendar/pictures";
import { useEventForm } from "./form-context";
import { FormSection } from "./form-section";
import { PictureItem } from "./picture-item";
import { sendPicture } from "./send-picture";
import { useFocusAfter } from "./use-focus-after";
import { useRows } from "./use-rows";

type Props = {
	organisationId: string;
	locales: readonly string[];
	languageName: (tag: string) => string;
};

const ACCEPTED = "image/jpeg,image/png,image/webp";

type Upload = { kind: "none" | "sending" | "done" } | { kind: "refused"; key: string };

/** Pictures in their order, each sent as soon as it is chosen, or with the form where there is no script. */
export function PicturesSection({ organisationId, locales, languageName }: Props) {
	const t = useTranslations("eventForm.pictures");
	const { error, note } = useEventForm();
	const { rows, add, remove, move } = useRows("pictures");
	const focusNext = useFocusAfter(rows);
	const isFull = rows.length >= MAX_PICTURES;
	const newPicture = (
		<NewPicture
			organisationId={organisationId}
			onPicture={(id) => {
				focusNext(`pictures.${rows.length}.alt.${locales[0]}`);
				add({ id });
			}}
		/>
	);
	return (
		<FormSection
			name="pictures"
			legend={t("legend")}
			hint={t("hint", { max: MAX_PICTURES })}
			error={error("pictures")}
		>
			{note("pictures")}
			{rows.length > 0 && (
				<ol className="flex flex-col gap-10">
					{rows.map((row, position) => (
						<PictureItem
							key={row.key}
							row={row}
							position={position}
							count={rows.length}
							locales={locales}
							languageName={languageName}
							onMove={(by) => {
								focusNext(`pictures.${position + by}`);
								move(row, by);
							}}
							onRemove={() => {
								focusNext("pictures");
								remove(row);
							}}
						/>
					))}
				</ol>
			)}
			{rows.length === 0 ? (
				newPicture
			) : isFull ? (
				<p className="text-sm text-muted">{t("full")}</p>
			) : (
				<Disclosure summary={t("another")} open={error("picture") !== undefined}>
					{newPicture}
				</Disclosure>
			)}
		</FormSection>
	);
}

/** Takes a file, and says how its sending stands. */
function NewPicture({
	organisationId,
	onPicture,
}: Pick<Props, "organisationId"> & { onPicture: (id: string) => void }) {
	const t = useTranslations("eventForm.pictures");
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
		setUpload({ kind: "done" });
		onPicture(answer.id);
	}

	const reason = upload.kind === "refused" ? upload.key : null;
	const sentence = reason === "" ? t("failed") : reason && errors(reason);
	return (
		<div className="flex flex-col gap-4">
			<FileField
				name="picture"
				label={t("file")}
				error={sentence ?? error("picture")}
				accept={ACCEPTED}
				onChange={(event) => void send(event.currentTarget)}
			/>
			<p role="status" className="text-sm text-muted empty:hidden">
				{upload.kind === "sending" && t("uploading")}
				{upload.kind === "done" && t("uploaded")}
			</p>
			{/* By CSS, as what hides only when the script has come moves the buttons below. */}
			<Button
				type="submit"
				name="intent"
				value="save"
				variant="secondary"
				className="self-start [@media(scripting:enabled)]:hidden"
			>
				{t("send")}
			</Button>
		</div>
	);
}
