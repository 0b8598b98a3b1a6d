import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import type { OrganiserPage } from "@/lib/calendar/organiser-page";
import { countryPath } from "@/lib/calendar/paths";
import { seatName } from "@/lib/calendar/seat-name";
import { countryName } from "@/lib/places/countries";
import { hostOf } from "@/lib/text/host-of";

/** What is known of an organiser: kind, seat, website, the countries it is responsible for, how much it held and where. */
export function OrganiserFacts({ page }: { page: OrganiserPage }) {
	const t = useTranslations("organisers");
	const kind = useTranslations("organisationKind");
	const format = useFormatter();
	const locale = useLocale();
	const comma = commaOf(locale);
	const { organiser, profile, numbers, countries } = page;
	const elsewhere = countries.filter(({ country }) => country !== organiser.country);
	return (
		<section aria-labelledby="about">
			<h2 id="about" className="sr-only">
				{t("about")}
			</h2>
			<dl className="divide-y divide-line border-y border-line">
				<Row term={t("kind")}>{kind(organiser.kind)}</Row>
				<Row term={t("seat")}>
					{organiser.cityName && <bdi>{seatName(organiser, locale)}</bdi>}
					{organiser.cityName && comma}
					<CountryLinks countries={[organiser.country]} />
				</Row>
				{organiser.covers.length > 0 && (
					<Row term={t("covers")}>
						<CountryLinks countries={organiser.covers} />
					</Row>
				)}
				{organiser.website && (
					<Row term={t("website")}>
						<a
							href={organiser.website}
							rel="nofollow ugc noopener"
							className="text-link break-words"
						>
							{hostOf(organiser.website)}
						</a>
					</Row>
				)}
				{profile.contactEmail && (
					<Row term={t("contactEmail")}>
						<a href={`mailto:${profile.contactEmail}`} className="text-link wrap-anywhere">
							<bdi>{profile.contactEmail}</bdi>
						</a>
					</Row>
				)}
				{profile.contactPhone && (
					<Row term={t("contactPhone")}>
						<a href={`tel:${profile.contactPhone.replace(/[^+0-9]/g, "")}`} className="text-link">
							<bdi dir="ltr">{profile.contactPhone}</bdi>
						</a>
					</Row>
				)}
				<Row term={t("events")}>{format.number(numbers.events)}</Row>
				{elsewhere.length > 0 && (
					<Row term={t("eventsIn")}>
						<CountryLinks countries={countries.map(({ country }) => country)} />
					</Row>
				)}
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

function CountryLinks({ countries }: { countries: readonly string[] }) {
	const locale = useLocale();
	const comma = commaOf(locale);
	return countries.map((country, index) => (
		<Fragment key={country}>
			{index > 0 && comma}
			<Link href={countryPath(country)} prefetch={false} className="text-link">
				{countryName(country, locale)}
			</Link>
		</Fragment>
	));
}

function commaOf(locale: string): string {
	return locale === "ar" ? "، " : ", ";
}
