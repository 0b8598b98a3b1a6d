"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { useTranslations } from "next-intl";
import { askForPasskey, proveWithPasskey } from "./actions";
import { PasskeyButton } from "./passkey-button";
import { usePasskey } from "./use-passkey";

/** Lets the device answer with its passkey. */
export function ProvePasskey({ locale, returnTo }: { locale: string; returnTo: string }) {
	const t = useTranslations("account.factor.prove");
	const errors = useTranslations("errors");
	const passkey = usePasskey({
		ask: askForPasskey,
		answer: (challenge) => startAuthentication({ optionsJSON: JSON.parse(challenge) }),
		send: proveWithPasskey,
		fields: { locale, returnTo },
		texts: { errors, refused: t("passkeyFailed") },
	});
	return <PasskeyButton {...passkey}>{t("usePasskey")}</PasskeyButton>;
}
