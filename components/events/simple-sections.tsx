"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/choices";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/text-fields";
import { completeAddress } from "./complete-address";
import { useEventForm, useTextProps } from "./form-context";
import { FormSection } from "./form-section";

type Language = { tag: string; name: string };

/** The languages spoken: the interface's first, the others on demand. */
export function LanguagesSection({
	languages,
	common,
}: {
	languages: readonly Language[];
	common: readonly string[];
}) {
	const t = useTranslations("eventForm.languages");
	const { value } = useEventForm();
	const first = languages.filter(({ tag }) => common.includes(tag));
	const others = languages.filter(({ tag }) => !common.includes(tag));
	const boxes = (list: readonly Language[]) => (
		<div className="grid gap-x-4 min-[22rem]:grid-cols-[auto_auto] sm:grid-cols-3 sm:gap-x-6">
			{list.map(({ tag, name }) => (
				<Checkbox
					key={tag}
					name={`languages.${tag}`}
					value="on"
					label={name}
					defaultChecked={value(`languages.${tag}`) === "on"}
				/>
			))}
		</div>
	);
	return (
		<FormSection name="languages" legend={t("legend")} hint={t("hint")}>
			<div className="flex flex-col gap-2">
				{boxes(first)}
				<Disclosure
					summary={t("more")}
					open={others.some(({ tag }) => value(`languages.${tag}`) === "on")}
				>
					{boxes(others)}
				</Disclosure>
			</div>
		</FormSection>
	);
}

/** Whom the public may ask. */
export function ContactSection() {
	const t = useTranslations("eventForm.contact");
	const text = useTextProps();
	return (
		<FormSection name="contact" legend={t("legend")} hint={t("hint")}>
			<div className="grid gap-6 sm:grid-cols-2">
				<TextField {...text("contactName")} label={t("contactName")} maxLength={120} />
				<TextField
					{...text("contactEmail")}
					label={t("contactEmail")}
					type="email"
					dir="ltr"
					maxLength={254}
				/>
				<TextField
					{...text("contactPhone")}
					label={t("contactPhone")}
					type="tel"
					dir="ltr"
					maxLength={40}
				/>
				<TextField
					{...text("contactUrl")}
					label={t("contactUrl")}
					type="url"
					onBlur={completeAddress}
					dir="ltr"
					placeholder="https://"
					maxLength={500}
				/>
			</div>
		</FormSection>
	);
}
