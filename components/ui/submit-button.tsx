"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import type { ButtonVariant } from "./button-class";

type Props = ComponentProps<"button"> & {
	variant?: ButtonVariant;
	wide?: boolean;
	/** What the button says while its form is being sent; "Please wait" unless given. */
	pendingLabel?: string;
};

/** Sends its form, once: a second press while the first is under way does nothing. */
export function SubmitButton({ pendingLabel, children, onClick, ...props }: Props) {
	const { pending } = useFormStatus();
	const t = useTranslations("ui");
	return (
		<Button
			type="submit"
			aria-disabled={pending || undefined}
			onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
			{...props}
		>
			{pending ? (pendingLabel ?? t("working")) : children}
		</Button>
	);
}
