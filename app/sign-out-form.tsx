"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { signOut } from "@/app/[locale]/(account)/sign-in/actions";
import { SubmitButton } from "@/components/ui/submit-button";

/** The sign-out button, which works without script too. */
export function SignOutForm({ locale }: { locale: string }) {
	const t = useTranslations("nav");
	const [, action] = useActionState(signOut, null);
	return (
		<form action={action}>
			<input type="hidden" name="locale" value={locale} />
			<SubmitButton variant="quiet" className="text-sm">
				{t("signOut")}
			</SubmitButton>
		</form>
	);
}
