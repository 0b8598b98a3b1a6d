import { useLocale, useTranslations } from "next-intl";
import { MetaLine } from "@/components/calendar/meta-line";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/i18n/navigation";
import type { Organiser } from "@/lib/calendar/organisers";
import { organiserPath } from "@/lib/calendar/paths";
import { seatName } from "@/lib/calendar/seat-name";
import { countryName } from "@/lib/places/countries";

type Line = Pick<
	Organiser,
	| "slug"
	| "name"
	| "kind"
	| "country"
	| "cityName"
	| "covers"
	| "verifiedAt"
	| "closedAt"
	| "events"
>;

type Props = {
	organisers: readonly Line[];
	/** The country of the page: organisers of others say where they are from. */
	country?: string;
};

/** Organisers with their kind and place, those that are closed last; each leads to its page. */
export function OrganiserList({ organisers, country }: Props) {
	const t = useTranslations("places");
	const home = useTranslations("home");
	const kind = useTranslations("organisationKind");
	const event = useTranslations("event");
	const closed = useTranslations("organisers");
	const locale = useLocale();
	const activeFirst = [
		...organisers.filter(({ closedAt }) => closedAt === null),
		...organisers.filter(({ closedAt }) => closedAt !== null),
	];
	return (
		<ul className="grid grid-cols-1 gap-x-10 md:grid-cols-2">
			{activeFirst.map((organiser) => (
				<li key={organiser.slug} className="drawn-when-near border-t border-line py-2">
					<Link
						href={organiserPath(organiser.slug)}
						prefetch={false}
						className="inline-flex min-h-9 items-center leading-snug font-medium no-underline hover:text-accent hover:underline"
					>
						<bdi>{organiser.name}</bdi>
					</Link>
					<MetaLine
						items={[
							kind(organiser.kind),
							organiser.cityName && <bdi key="city">{seatName(organiser, locale)}</bdi>,
							isForeign(organiser, country) ? countryName(organiser.country, locale) : null,
							country && organiser.covers.includes(country) ? t("coversHere") : null,
							organiser.events > 0 ? home("countryEvents", { count: organiser.events }) : null,
						]}
					/>
					{(organiser.closedAt || organiser.verifiedAt) && (
						<div className="mt-2 flex flex-wrap gap-2">
							{organiser.closedAt && <Badge>{closed("closed")}</Badge>}
							{organiser.verifiedAt && <Badge tone="success">{event("verified")}</Badge>}
						</div>
					)}
				</li>
			))}
		</ul>
	);
}

function isForeign(organiser: Line, country: string | undefined): boolean {
	return country !== undefined && organiser.country !== country;
}
