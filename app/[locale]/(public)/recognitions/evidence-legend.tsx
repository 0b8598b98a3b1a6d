import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";

/** From strong to weak, as the data grade it. */
const GRADES = ["text", "reported", "listed", "mentioned"] as const;

/** What the grades of evidence mean, in plain words. */
export function EvidenceLegend() {
	const t = useTranslations("recognitions");
	const words = useTranslations("registers");
	return (
		<section aria-labelledby="evidence">
			<h2 id="evidence" className="mb-4 text-xl">
				{t("legend")}
			</h2>
			<DefinitionList
				items={GRADES.map((grade) => ({
					key: grade,
					term: <span className="font-medium text-ink">{words(`evidence.${grade}`)}</span>,
					details: words(`evidenceText.${grade}`),
				}))}
			/>
		</section>
	);
}
