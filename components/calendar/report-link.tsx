import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";

/** The quiet way to say that something on a public page is wrong; the form has a page of its own. */
export function ReportLink({ about }: { about: { event: string } | { organiser: string } }) {
	const t = useTranslations("event");
	return (
		<Link
			href={{ pathname: "/report", query: about }}
			prefetch={false}
			rel="nofollow"
			className="self-start text-link text-sm"
		>
			{t("report")}
		</Link>
	);
}
