import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { type ListRequest, listHref } from "./list-address";

type Props = { request: Pick<ListRequest, "chosen" | "isThisSeason"> };

/** Nothing found, and the ways out of it. */
export function NoEvents({ request: { chosen, isThisSeason } }: Props) {
	const t = useTranslations("events.empty");
	const isFiltered = Object.keys(chosen).length > 0;
	return (
		<EmptyState
			title={t("title")}
			action={
				<div className="flex flex-wrap gap-3">
					{isFiltered && chosen.season !== "all" && (
						<ButtonLink href={listHref({ ...chosen, season: "all" })}>{t("all")}</ButtonLink>
					)}
					{isFiltered && (
						<ButtonLink href="/events" variant="secondary">
							{t(isThisSeason ? "clearChoices" : "clear")}
						</ButtonLink>
					)}
					<ButtonLink href="/my/events/new" variant={isFiltered ? "quiet" : "primary"}>
						{t("register")}
					</ButtonLink>
				</div>
			}
		>
			{t(isFiltered ? "text" : "textSeason")}
		</EmptyState>
	);
}
