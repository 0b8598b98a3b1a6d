import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";

/** The mark of the site: the day, a red stele, the month and what this is. Links home. */
export function Wordmark() {
	const t = useTranslations("site");
	return (
		<Link
			href="/"
			className="group inline-flex min-h-12 items-stretch gap-3 text-ink no-underline"
			aria-label={t("name")}
		>
			<span className="figures self-center text-[2.5rem] leading-none font-light tracking-[-0.05em]">
				{t("day")}
			</span>
			<span
				aria-hidden="true"
				className="stele w-0.5 bg-rule transition-[width] duration-200 group-hover:w-1"
			/>
			<span className="flex flex-col justify-center gap-0.5">
				<span className="text-base leading-tight font-medium">{t("month")}</span>
				<span className="text-xs leading-tight text-muted">{t("tagline")}</span>
			</span>
		</Link>
	);
}
