import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { type ListRequest, listHref, VIEWS } from "./list-address";

type Props = { request: Pick<ListRequest, "chosen" | "view"> };

/** The ways to look at the same events, each at an address of its own that keeps the filters. */
export function ViewSwitch({ request: { chosen, view: current } }: Props) {
	const t = useTranslations("events.views");
	return (
		<div className="print:hidden">
			<Tabs
				label={t("label")}
				tabs={VIEWS.map((view) => ({
					href: listHref({ ...chosen, view }),
					label: t(view),
					isCurrent: view === current,
				}))}
			/>
		</div>
	);
}
