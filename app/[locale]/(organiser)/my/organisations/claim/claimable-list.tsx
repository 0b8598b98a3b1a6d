import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { organiserPath } from "@/lib/calendar/paths";
import type { ClaimableOption } from "./find-claimable";

/** Organisations that nobody looks after yet, each with the way to claim it. */
export function ClaimableList({ found }: { found: readonly ClaimableOption[] }) {
	const t = useTranslations("claim");
	return (
		<ul className="divide-y divide-line border-y border-line">
			{found.map(({ slug, name, about }) => (
				<li key={slug} className="flex flex-col gap-3 py-4">
					<div>
						<Link href={organiserPath(slug)} prefetch={false} className="text-link font-medium">
							<bdi>{name}</bdi>
						</Link>
						<p className="text-sm text-muted">{about}</p>
					</div>
					<div>
						<ButtonLink
							href={`/my/organisations/claim?organiser=${slug}`}
							variant="secondary"
							aria-label={t("oursName", { name })}
						>
							{t("ours")}
						</ButtonLink>
					</div>
				</li>
			))}
		</ul>
	);
}
