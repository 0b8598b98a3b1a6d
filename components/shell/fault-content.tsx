import { useTranslations } from "next-intl";
import { ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { FaultReference } from "./fault-page";
import { Problem } from "./problem";
import { Wordmark } from "./wordmark";

/** What a visitor sees instead of a page that failed; whole, because the head may be what failed. */
export function FaultContent() {
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
							<ButtonAnchor href="">{t("tryAgain")}</ButtonAnchor>
							<ButtonLink href="/" variant="secondary">
								{t("home")}
							</ButtonLink>
						</>
					}
					note={<FaultReference words={t("reference", { reference: "{reference}" })} />}
				/>
			</main>
		</>
	);
}
