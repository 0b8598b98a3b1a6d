import { useTranslations } from "next-intl";
import { NotFoundContent } from "@/components/shell/not-found-content";

/** What a page of this language said is not there. */
export default function NotFoundPage() {
	const t = useTranslations("problem");
	return (
		<>
			<title>{t("notFoundTitle")}</title>
			<NotFoundContent />
		</>
	);
}
