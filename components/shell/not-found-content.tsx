import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { PageShell } from "./page-shell";
import { Problem } from "./problem";

/** The page for what is not there, or may not be seen by this person. */
export function NotFoundContent() {
	const t = useTranslations("problem");
	return (
		<PageShell>
			<Problem
				figure="404"
				title={t("notFoundTitle")}
				text={t("notFoundText")}
				actions={
					<>
						<ButtonLink href="/">{t("home")}</ButtonLink>
						<ButtonLink href="/events" prefetch={false} variant="secondary">
							{t("events")}
						</ButtonLink>
					</>
				}
			/>
		</PageShell>
	);
}
