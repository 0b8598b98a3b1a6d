import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The way to a fresh proof of the second factor and back to `path` (with the language), where nothing can be changed without. */
export function ProveAgain({ path, className }: { path: string; className?: string }) {
	const t = useTranslations("freshProof");
	return (
		<Notice tone="info" title={t("title")} className={className}>
			<p className="mb-4">{t("text")}</p>
			<ButtonLink
				href={`/second-factor/again?returnTo=${encodeURIComponent(path)}`}
				variant="secondary"
			>
				{t("action")}
			</ButtonLink>
		</Notice>
	);
}
