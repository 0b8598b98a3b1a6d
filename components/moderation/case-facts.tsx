import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { organiserPath } from "@/lib/calendar/paths";
import { seasonSegment } from "@/lib/calendar/tags";
import type { ReportCase } from "@/lib/moderation/report-queries";

/** Where to look at what is reported, and what else can be done about it. */
export function CaseFacts({ of }: { of: ReportCase }) {
	const t = useTranslations("reports");
	const { eventId, address, organisationId, organisationSlug } = of;
	return (
		<section aria-labelledby="look" className="flex flex-col gap-3">
			<h2 id="look" className="text-lg font-medium">
				{t("look")}
			</h2>
			<ul className="flex flex-col gap-2">
				{address && (
					<li>
						<Link
							href={`/events/${seasonSegment(address.season)}/${address.slug}`}
							className="text-link"
						>
							{t("publicPage")}
						</Link>
					</li>
				)}
				{eventId && !address && <li>{t("notPublic")}</li>}
				{organisationSlug && (
					<li>
						<Link href={organiserPath(organisationSlug)} className="text-link">
							{t("publicPage")}
						</Link>
					</li>
				)}
				{eventId && (
					<li>
						<Link href={`/review/${eventId}`} className="text-link">
							{t("submission")}
						</Link>
					</li>
				)}
				{organisationId && (
					<li>
						<Link href={`/admin/organisations/${organisationId}`} className="text-link">
							{t("organisation")}
						</Link>
					</li>
				)}
			</ul>
			{eventId && address && (
				<div>
					<ButtonLink href={`/review/${eventId}/hide`} variant="danger">
						{t("hide")}
					</ButtonLink>
				</div>
			)}
		</section>
	);
}
