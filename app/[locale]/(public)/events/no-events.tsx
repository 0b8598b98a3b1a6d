import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cachedRelaxations } from "@/app/cached-calendar";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/card";
import { Link } from "@/i18n/navigation";
import type { Relaxation } from "@/lib/calendar/relaxations";
import { type ListRequest, listHref } from "./list-address";
import { nearLabel } from "./near-label";

type Props = { request: ListRequest };

/** Nothing found, and the nearest that gives something. */
export async function NoEvents({ request }: Props) {
	const { chosen, isThisSeason, filters } = request;
	const t = await getTranslations("events.empty");
	const isFiltered = Object.keys(chosen).length > 0;
	const relaxations = isFiltered ? await cachedRelaxations(filters) : [];
	return (
		<EmptyState
			title={t("title")}
			action={
				<div className="flex flex-col gap-6">
					{relaxations.length > 0 && <Offers relaxations={relaxations} request={request} />}
					<div className="flex flex-wrap gap-3">
						{isFiltered && (
							<ButtonLink href="/events" variant="secondary" prefetch={false}>
								{t(isThisSeason ? "clearChoices" : "clear")}
							</ButtonLink>
						)}
						<ButtonLink
							href="/my/events/new"
							variant={isFiltered ? "quiet" : "primary"}
							prefetch={false}
						>
							{t("register")}
						</ButtonLink>
					</div>
				</div>
			}
		>
			{t(isFiltered ? "text" : "textSeason")}
		</EmptyState>
	);
}

function Offers({ relaxations, request }: Props & { relaxations: readonly Relaxation[] }) {
	const t = useTranslations("events.empty");
	const words = useOfferWords(request);
	const { chosen, view } = request;
	return (
		<div>
			<p id="nearest" className="font-medium text-ink">
				{t("nearest")}
			</p>
			<ul aria-labelledby="nearest">
				{relaxations.map((offer) => (
					<li key={words(offer)}>
						<Link
							href={listHref({ ...chosen, view, ...changesOf(offer) })}
							prefetch={false}
							className="inline-flex min-h-11 items-center text-link"
						>
							{words(offer)}
						</Link>
					</li>
				))}
			</ul>
		</div>
	);
}

/** Without a season in the address the list would show this one again. */
function changesOf(offer: Relaxation): Record<string, string | undefined> {
	if (offer.kind === "widen") return { radius: String(offer.radiusKm) };
	return Object.fromEntries(
		offer.names.flatMap((name): [string, string | undefined][] => {
			if (name === "season") return [["season", "all"]];
			if (name !== "near") return [[name, undefined]];
			return [
				["near", undefined],
				["radius", undefined],
			];
		}),
	);
}

function useOfferWords({ chosen }: ListRequest): (offer: Relaxation) => string {
	const t = useTranslations("events.empty");
	const filter = useTranslations("events.filters");
	const locale = useLocale();
	const list = new Intl.ListFormat(locale, { type: "conjunction", style: "long" });
	return (offer) => {
		const count = offer.events;
		if (offer.kind === "widen") {
			const place = nearLabel(chosen.near ?? "", locale);
			return t("offerWiden", { count, km: offer.radiusKm, place });
		}
		const others = offer.names.filter((name) => name !== "season");
		if (others.length === 0) return t("offerAllYears", { count });
		const names = list.format(offer.names.map((name) => filter(name)));
		return t("offerDrop", { count, names });
	};
}
