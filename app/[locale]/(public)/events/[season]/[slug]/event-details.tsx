import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/i18n/navigation";
import { organiserPath } from "@/lib/calendar/paths";
import type { Published } from "@/lib/calendar/published";
import { hostOf } from "@/lib/text/host-of";
import { languageNames } from "@/lib/text/languages";

/** Who holds it, what it is, in which languages, whom to ask. */
export function EventDetails({ event }: { event: Published }) {
	const t = useTranslations("event");
	const type = useTranslations("eventType");
	const attendance = useTranslations("attendanceMode");
	const locale = useLocale();
	const types = [event.type, ...event.typesAlso.filter((other) => other !== event.type)];
	return (
		<section aria-labelledby="details">
			<h2 id="details" className="sr-only">
				{t("details")}
			</h2>
			<dl className="divide-y divide-line border-y border-line">
				<Row term={t("organisers", { count: event.organisers.length })}>
					<Organisers organisers={event.organisers} />
				</Row>
				<Row term={t("type")}>
					<ul>
						{types.map((each) => (
							<li key={each}>{type(each)}</li>
						))}
					</ul>
				</Row>
				<Row term={t("attendance")}>{attendance(event.attendanceMode)}</Row>
				{event.isFree !== null && (
					<Row term={t("admission")}>{t(event.isFree ? "free" : "notFree")}</Row>
				)}
				{event.isWheelchairAccessible !== null && (
					<Row term={t("accessibility")}>
						{t(event.isWheelchairAccessible ? "wheelchair" : "noWheelchair")}
					</Row>
				)}
				{event.languages.length > 0 && (
					<Row term={t("languages")}>{languageNames(event.languages, locale)}</Row>
				)}
				<Contact event={event} />
			</dl>
		</section>
	);
}

function Row({ term, children }: { term: ReactNode; children: ReactNode }) {
	return (
		<div className="py-4">
			<dt className="text-sm text-muted">{term}</dt>
			<dd className="mt-1 min-w-0">{children}</dd>
		</div>
	);
}

function Organisers({ organisers }: { organisers: Published["organisers"] }) {
	const t = useTranslations("organisers");
	if (organisers.length === 0) return <p>{t("notStated")}</p>;
	return (
		<ul className="flex flex-col gap-3">
			{organisers.map((organiser) => (
				<li key={organiser.slug}>
					<Organiser organiser={organiser} />
				</li>
			))}
		</ul>
	);
}

function Organiser({ organiser }: { organiser: Published["organisers"][number] }) {
	const t = useTranslations("event");
	const kind = useTranslations("organisationKind");
	return (
		<>
			<p className="font-medium">
				<Link href={organiserPath(organiser.slug)} prefetch={false} className="text-link">
					<bdi>{organiser.name}</bdi>
				</Link>
			</p>
			<p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
				{kind(organiser.kind)}
				{organiser.website && (
					<a href={organiser.website} rel="nofollow ugc noopener" className="text-link">
						{t("website")}
					</a>
				)}
				{organiser.isVerified && <Badge tone="success">{t("verified")}</Badge>}
			</p>
		</>
	);
}

function Contact({ event }: { event: Published }) {
	const t = useTranslations("event");
	const { contactName, contactEmail, contactPhone, contactUrl } = event;
	if (!contactName && !contactEmail && !contactPhone && !contactUrl) return null;
	return (
		<Row term={t("contact")}>
			{contactName && (
				<p>
					<bdi>{contactName}</bdi>
				</p>
			)}
			{contactEmail && (
				<p className="break-words">
					<a href={`mailto:${contactEmail}`}>{contactEmail}</a>
				</p>
			)}
			{contactPhone && (
				<p>
					<a href={`tel:${contactPhone.replace(/[^+\d]/g, "")}`} dir="ltr">
						{contactPhone}
					</a>
				</p>
			)}
			{contactUrl && (
				<p>
					<a href={contactUrl} rel="nofollow ugc noopener">
						{hostOf(contactUrl)}
					</a>
				</p>
			)}
		</Row>
	);
}
