import { useLocale, useTranslations } from "next-intl";
import type { OrganiserProfile } from "@/lib/calendar/organiser-profile";
import type { Organiser } from "@/lib/calendar/organisers";
import { countryName } from "@/lib/places/countries";
import { hostOf } from "@/lib/text/host-of";
import { formatDay } from "@/lib/time/format";
import { todayIn } from "@/lib/time/wall-time";

/** Who vouches for an organiser, and where its entry comes from. */
export function OrganiserTrust({
	organiser,
	verification,
}: {
	organiser: Organiser;
	verification: OrganiserProfile["verification"];
}) {
	const t = useTranslations("organisers");
	const isImported = organiser.sourceUrl !== null || organiser.sourceNote !== null;
	return (
		<section aria-labelledby="trust" className="border-s-2 border-line-strong ps-5 text-sm">
			<h2 id="trust" className="font-medium">
				{t(organiser.closedAt === null ? "trust" : "closed")}
			</h2>
			{!organiser.isOperating && <p className="mt-3">{t("notOperating")}</p>}
			{organiser.closedAt !== null ? (
				<Closed closedAt={organiser.closedAt} dissolvedOn={organiser.dissolvedOn} />
			) : (
				<Verification
					verifiedAt={organiser.verifiedAt}
					verification={verification}
					hasEvents={organiser.events > 0}
				/>
			)}
			{isImported && <Source organiser={organiser} />}
		</section>
	);
}

/** Of one that has ended nobody needs to know whether somebody vouches for it. */
function Closed({ closedAt, dissolvedOn }: { closedAt: string; dissolvedOn: string | null }) {
	const t = useTranslations("organisers");
	const locale = useLocale();
	const dayOf = (day: string) => ({ date: formatDay(day, locale) });
	return (
		<>
			<p className="mt-3 font-medium text-ink-soft">
				{dissolvedOn !== null
					? t("dissolvedOn", dayOf(dissolvedOn))
					: t("closedOn", dayOf(todayIn("UTC", new Date(closedAt))))}
			</p>
			<p className="mt-1 text-muted">{t("closedText")}</p>
		</>
	);
}

function Verification({
	verifiedAt,
	verification,
	hasEvents,
}: {
	verifiedAt: string | null;
	verification: OrganiserProfile["verification"];
	hasEvents: boolean;
}) {
	const t = useTranslations("organisers");
	const locale = useLocale();
	if (verifiedAt === null) {
		return (
			<>
				<p className="mt-3 font-medium text-ink-soft">{t("notVerified")}</p>
				<p className="mt-1 text-muted">{t(hasEvents ? "notVerifiedText" : "notVerifiedShort")}</p>
			</>
		);
	}
	const day = formatDay(todayIn("UTC", new Date(verifiedAt)), locale);
	return (
		<>
			<p className="mt-3 font-medium text-success">{t("verifiedOn", { date: day })}</p>
			{verification && (
				<p className="mt-1 text-ink-soft">
					{verification.by === "domain"
						? t("vouchedByDomain", { domain: verification.with })
						: t("vouchedByCoordinator", { country: countryName(verification.with, locale) })}
				</p>
			)}
			<p className="mt-1 text-muted">{t("verifiedText")}</p>
		</>
	);
}

function Source({ organiser: { sourceUrl, sourceNote } }: { organiser: Organiser }) {
	const t = useTranslations("organisers");
	return (
		<>
			<p className="mt-4 font-medium text-ink-soft">{t("listedTitle")}</p>
			{sourceUrl && (
				<p className="mt-1">
					<a href={sourceUrl} rel="noopener" className="text-link break-words">
						<bdi>{hostOf(sourceUrl)}</bdi>
					</a>
				</p>
			)}
			<p className="mt-1 text-muted">{t("listedText")}</p>
			{sourceNote && (
				<p className="mt-1 text-muted">
					{t("sourceNote")} <bdi lang="en">{sourceNote}</bdi>
				</p>
			)}
		</>
	);
}
