import { useTranslations } from "next-intl";
import { isLicence, licenceKey } from "@/lib/media/licences";

type Props = { before: string | null; after: string | null };

/** Pictures before and after, a line each: small, with what is said of them. */
export function PictureLines({ before, after }: Props) {
	const t = useTranslations("review");
	const [old, now] = [linesOf(before), linesOf(after)];
	return (
		<div className="flex flex-col gap-4">
			<div>
				<p className="mb-1 text-sm text-muted">{t("differences.before")}</p>
				{old.length === 0 ? (
					<span className="text-muted">{t("differences.nothing")}</span>
				) : (
					<Lines lines={old} changed={(line) => !now.includes(line)} Mark="del" />
				)}
			</div>
			<div>
				<p className="mb-1 text-sm text-muted">{t("differences.after")}</p>
				{now.length === 0 ? (
					<span className="text-muted">{t("differences.removed")}</span>
				) : (
					<Lines lines={now} changed={(line) => !old.includes(line)} Mark="ins" />
				)}
			</div>
		</div>
	);
}

const MARKS = {
	del: "text-ink-soft decoration-rule",
	ins: "bg-success-soft no-underline",
} as const;

function Lines({
	lines,
	changed,
	Mark,
}: {
	lines: readonly string[];
	changed: (line: string) => boolean;
	Mark: "del" | "ins";
}) {
	const licences = useTranslations("licence");
	return (
		<ol className="flex flex-col gap-2">
			{lines.map((line) => {
				const [id, ...said] = line.split(" · ");
				const words = said.map((part) => (isLicence(part) ? licences(licenceKey(part)) : part));
				return (
					<li key={line} className="flex items-start gap-3">
						{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
						<img src={`/media/${id}/480.webp`} alt="" className="h-14 w-auto max-w-28" />
						<bdi className="min-w-0 text-sm">
							{changed(line) ? (
								<Mark className={MARKS[Mark]}>{words.join(" · ")}</Mark>
							) : (
								words.join(" · ")
							)}
						</bdi>
					</li>
				);
			})}
		</ol>
	);
}

function linesOf(value: string | null): string[] {
	return value?.split("\n") ?? [];
}
