"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Select } from "@/components/ui/text-fields";
import { IntentButton } from "./intent-button";

type Props = {
	languages: readonly { tag: string; name: string }[];
	onAdd: (tag: string) => void;
};

/** Chooses one more language for the texts and goes on in its title; without script by the form itself. */
export function AddLanguage({ languages, onAdd }: Props) {
	const t = useTranslations("eventForm.what");
	const select = useRef<HTMLSelectElement>(null);
	const [added, setAdded] = useState("");
	useEffect(() => {
		if (added) document.getElementById(`texts.${added}.title`)?.focus();
	}, [added]);

	function add() {
		const tag = select.current?.value;
		if (!tag || !select.current) return;
		select.current.value = "";
		onAdd(tag);
		setAdded(tag);
	}

	return (
		<div className="flex flex-col gap-1.5">
			<label htmlFor="newLanguage" className="font-medium">
				{t("addLanguage")}
			</label>
			<div className="flex flex-wrap gap-3">
				<Select
					ref={select}
					id="newLanguage"
					name="newLanguage"
					className="max-w-72 flex-1 basis-48"
					defaultValue=""
				>
					<option value="" />
					{languages.map(({ tag, name }) => (
						<option key={tag} value={tag}>
							{name}
						</option>
					))}
				</Select>
				<IntentButton intent="add_language" variant="secondary" onIntent={add}>
					{t("add")}
				</IntentButton>
			</div>
		</div>
	);
}
