"use client";

import { useTranslations } from "next-intl";
import { Problem } from "@/components/shell/problem";
import { Button, ButtonLink } from "@/components/ui/button";

type Props = { error: Error & { digest?: string } };

/** A fault of ours; the digest finds it in the log. */
export default function ErrorPage({ error }: Props) {
	const t = useTranslations("problem");
	return (
		<main>
			<Problem
				title={t("errorTitle")}
				text={t("errorText")}
				actions={
					<>
						<Button onClick={() => location.reload()}>{t("tryAgain")}</Button>
						<ButtonLink href="/" variant="secondary">
							{t("home")}
						</ButtonLink>
					</>
				}
				note={error.digest && t("reference", { reference: error.digest })}
			/>
		</main>
	);
}
