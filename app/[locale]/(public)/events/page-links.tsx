import { getTranslations } from "next-intl/server";
import { Pagination } from "@/components/ui/pagination";
import { Link } from "@/i18n/navigation";
import type { EventPage } from "@/lib/calendar/event-page";
import { goesBySeason } from "@/lib/calendar/filters";
import { type ListRequest, listHref } from "./list-address";

type PageLinksProps = { request: ListRequest; page: Pick<EventPage, "previous" | "next"> };

/** The pages before and after this one, and the way back to the first, in the same view. */
export async function PageLinks({ request, page }: PageLinksProps) {
	const t = await getTranslations("events.pages");
	const { view } = request;
	const chosen = { ...request.chosen, view };
	// Neither seasons nor relevance go from earlier to later.
	const hasOrder = !goesBySeason(request.filters) && !request.filters.q;
	return (
		<div className="flex flex-col gap-2 empty:hidden">
			<Pagination
				previousHref={page.previous ? listHref({ ...chosen, before: page.previous }) : undefined}
				nextHref={page.next ? listHref({ ...chosen, cursor: page.next }) : undefined}
				previousLabel={hasOrder ? t("earlier") : undefined}
				nextLabel={hasOrder ? t("later") : undefined}
			/>
			{page.previous && (
				<Link
					href={listHref(chosen)}
					prefetch={false}
					className="inline-flex min-h-11 items-center self-start text-sm text-link"
				>
					{t("first")}
				</Link>
			)}
		</div>
	);
}
