import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/i18n/navigation";
import type { TerritoryView } from "@/lib/moderation/territory-queries";
import { countryName } from "@/lib/places/countries";
import { formatDay } from "@/lib/time/format";

/** A territory with its countries, its people, and what waits there. */
export function TerritoryCard({
	territory,
	locale,
	href,
}: {
	territory: TerritoryView;
	locale: string;
	/** Where it can be edited. */
	href?: string;
}) {
	const t = useTranslations("territories");
	const countries = territory.countries
		.map((country) => countryName(country, locale))
		.sort((one, other) => one.localeCompare(other, locale));
	return (
		<section aria-label={territory.name} className="border border-line bg-surface p-5 sm:p-6">
			<div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
				<h2 className="text-lg font-medium">
					{href ? (
						<Link href={href} prefetch={false} className="text-ink hover:text-accent">
							<bdi>{territory.name}</bdi>
						</Link>
					) : (
						<bdi>{territory.name}</bdi>
					)}
				</h2>
				<p className="figures text-sm text-muted">{t("waiting", { count: territory.waiting })}</p>
			</div>
			<p className="mt-1 text-sm text-ink-soft">
				{new Intl.ListFormat(locale, { type: "unit" }).format(countries)}
			</p>
			{territory.people.length === 0 ? (
				<p className="mt-4 text-sm text-muted">{t("nobody")}</p>
			) : (
				<ul className="mt-4 flex flex-col gap-2">
					{territory.people.map((person) => (
						<li key={person.id}>
							<PersonLine person={person} locale={locale} />
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

/** A coordinator or deputy, and whether they are away. */
export function PersonLine({
	person,
	locale,
}: {
	person: TerritoryView["people"][number];
	locale: string;
}) {
	const t = useTranslations("territories");
	return (
		<span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
			<bdi className="min-w-0 wrap-anywhere">{person.name ?? person.email}</bdi>
			{person.name && <bdi className="text-sm wrap-anywhere text-muted">{person.email}</bdi>}
			<Badge>{t(person.isDeputy ? "deputy" : "coordinator")}</Badge>
			{person.isDisabled && <Badge tone="warning">{t("disabled")}</Badge>}
			{person.awayUntil && (
				<Badge tone="info">{t("awayUntil", { day: formatDay(person.awayUntil, locale) })}</Badge>
			)}
		</span>
	);
}
