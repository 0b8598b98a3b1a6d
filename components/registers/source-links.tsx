import { useTranslations } from "next-intl";
import { hostOf } from "@/lib/text/host-of";

/** Where an entry is reported: the host of each source leads to it. */
export function SourceLinks({ sources }: { sources: readonly string[] }) {
	const t = useTranslations("registers");
	if (sources.length === 0) return <p>{t("noSource")}</p>;
	return (
		<ul className="flex flex-wrap gap-x-4">
			{sources.map((source) => (
				<li key={source} className="min-w-0">
					<a
						href={source}
						rel="noopener"
						className="inline-flex min-h-11 items-center text-link wrap-anywhere sm:min-h-8"
					>
						<bdi>{hostOf(source)}</bdi>
					</a>
				</li>
			))}
		</ul>
	);
}
