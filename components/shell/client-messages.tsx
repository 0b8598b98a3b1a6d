import { type AbstractIntlMessages, NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";

type Props = { namespaces: readonly string[]; children: ReactNode };

/**
 * Gives the client components inside it these namespaces of interface text and no others. A nested one
 * replaces the outer one, so name `ui` and `errors` again where they are needed.
 */
export function ClientMessages({ namespaces, children }: Props) {
	const all: AbstractIntlMessages = useMessages();
	const picked: AbstractIntlMessages = {};
	for (const namespace of namespaces) {
		const texts = all[namespace];
		if (texts !== undefined) picked[namespace] = texts;
	}
	return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
