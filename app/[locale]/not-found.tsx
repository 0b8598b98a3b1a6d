import { useTranslations } from "next-intl";
import { PageShell } from "@/components/shell/page-shell";
import { Problem } from "@/components/shell/problem";
import { ButtonLink } from "@/components/ui/button";

/** What is not there, or may not be seen by this person. */
export default function NotFoundPage() {
	const t = useTranslations("problem");
	return (
		<PageShell>
			<title>{t("notFoundTitle")}</title>
			<Problem
				figure="404"
				title={t("notFoundTitle")}
				text={t("notFoundText")}
				actions={
					<>
						<ButtonLink href="/">{t("home")}</ButtonLink>
						<ButtonLink href="/events" variant="secondary">
							{t("events")}
						</ButtonLink>
					</>
				}
			/>
		</PageShell>
	);
}
