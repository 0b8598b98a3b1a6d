"use client";

import { startRegistration } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { askForNewPasskey, confirmPasskey } from "./actions";
import { PasskeyButton } from "./passkey-button";
import { usePasskey } from "./use-passkey";

type Props = { locale: string; returnTo: string; variant?: "primary" | "secondary" };

/** Lets the device make a passkey. */
export function NewPasskey({ locale, returnTo, variant }: Props) {
	const t = useTranslations("account.factor.setUp");
	const errors = useTranslations("errors");
	const passkey = usePasskey({
		ask: askForNewPasskey,
		answer: (challenge) => startRegistration({ optionsJSON: JSON.parse(challenge) }),
		send: confirmPasskey,
		fields: { locale, returnTo },
		texts: { errors, refused: t("passkeyFailed") },
	});
	return (
		<PasskeyButton {...passkey} variant={variant}>
			{t("newPasskey")}
		</PasskeyButton>
	);
}
