import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { CoOrganiserLine, CoOrganiserState } from "@/lib/events/co-organiser-queries";
import { countryName } from "@/lib/places/countries";

const TONES: Record<CoOrganiserState, BadgeTone> = {
	unasked: "neutral",
	asked: "info",
	accepted: "success",
	declined: "warning",
};

/** The organisations that an event names beside its owner, and where each stands. */
export function CoOrganiserList({
	organisers,
	locale,
	forReviewer = false,
}: {
	organisers: readonly CoOrganiserLine[];
	locale: string;
	/** Says also what coordinators should know of each. */
	forReviewer?: boolean;
}) {
	const t = useTranslations("my.withOthers");
	return (
		<ul className="divide-y divide-line border-y border-line">
			{organisers.map((organiser) => (
				<li key={organiser.id} className="flex flex-col gap-1 py-4">
					<p className="flex flex-wrap items-center gap-x-3 gap-y-1">
						<bdi className="font-medium wrap-anywhere">{organiser.name}</bdi>
						<Badge tone={TONES[organiser.state]}>{t(`badge.${organiser.state}`)}</Badge>
					</p>
					<p className="text-sm text-muted">
						{countryName(organiser.country, locale)}
						{organiser.isVerified && ` · ${t("verified")}`}
					</p>
					{organiser.isHeld && <p className="text-sm text-warning">{t("held")}</p>}
					{forReviewer && organiser.isLookAlike && (
						<p className="text-sm text-warning">{t("lookAlike")}</p>
					)}
				</li>
			))}
		</ul>
	);
}
