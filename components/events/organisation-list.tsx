import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/i18n/navigation";
import type { listMyOrganisations } from "@/lib/organisations/queries";
import { countryName } from "@/lib/places/countries";

type Organisation = Awaited<ReturnType<typeof listMyOrganisations>>[number];

/** The viewer's organisations, each with what coordinators know of it. */
export function OrganisationList({
	organisations,
	locale,
}: {
	organisations: readonly Organisation[];
	locale: string;
}) {
	const t = useTranslations("my");
	const kinds = useTranslations("organisationKind");
	return (
		<ul className="divide-y divide-line border-y border-line">
			{organisations.map((organisation) => (
				<li key={organisation.id} className="flex flex-col gap-1 py-4">
					<p className="flex flex-wrap items-center gap-3 font-medium">
						<Link href={`/my/organisations/${organisation.id}`}>
							<bdi>{organisation.name}</bdi>
						</Link>
						{organisation.verifiedAt && <Badge tone="success">{t("verified")}</Badge>}
					</p>
					<p className="text-sm text-muted">
						{[
							kinds(organisation.kind),
							organisation.cityName,
							countryName(organisation.country, locale),
						]
							.filter(Boolean)
							.join(" · ")}
					</p>
					{organisation.isLookAlike && <p className="text-sm text-warning">{t("lookAlike")}</p>}
				</li>
			))}
		</ul>
	);
}
