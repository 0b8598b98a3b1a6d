import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";

/** What to do in a country of which the calendar knows no event. */
export function NoEventsHere() {
	const t = useTranslations("countries");
	const home = useTranslations("home");
	return (
		<EmptyState
			title={t("emptyTitle")}
			action={
				<ButtonLink href="/my/events/new" prefetch={false}>
					{home("register")}
				</ButtonLink>
			}
		>
			{t("emptyText")}
		</EmptyState>
	);
}
