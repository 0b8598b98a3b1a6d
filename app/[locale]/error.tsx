"use client";

import { useTranslations } from "next-intl";
import { Problem } from "@/components/shell/problem";
import { Wordmark } from "@/components/shell/wordmark";
import { Button, ButtonLink } from "@/components/ui/button";

type Props = { error: Error & { digest?: string } };

/** A fault of ours; the digest finds it in the log. */
export default function ErrorPage({ error }: Props) {
	const t = useTranslations("problem");
	return (
		<>
			<header className="container-page border-b border-line py-3 sm:py-4">
				<Wordmark />
			</header>
			<main className="flex-1">
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
		</>
	);
}
