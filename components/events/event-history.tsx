import { useTranslations } from "next-intl";
import type { MyEvent } from "@/lib/events/queries";
import { formatInstant } from "@/lib/time/format";
import { offsetLabel } from "@/lib/time/zones";

type Step = {
	key: string;
	at: Date;
	title: string;
	version: number | null;
	reason: string | null;
	isBad: boolean;
};

/** What has happened to an event, newest first: submissions, and decisions with their reasons, also those taken back. */
export function EventHistory({ event, locale }: { event: MyEvent; locale: string }) {
	const t = useTranslations("my.event");
	const steps = useSteps(event);
	const zone = event.content.schedule.timezone || "UTC";
	return (
		<section aria-labelledby="history" className="flex flex-col gap-4">
			<h2 id="history" className="text-xl font-medium">
				{t("history")}
			</h2>
			{steps.length === 0 ? (
				<p className="text-muted">{t("noHistory")}</p>
			) : (
				<ol className="flex flex-col">
					{steps.map((step) => (
						<li key={step.key} className="relative border-s border-line-strong ps-6 pb-6 last:pb-0">
							<span
								aria-hidden="true"
								className={`absolute -start-[2px] top-1.5 h-5 w-[3px] ${step.isBad ? "bg-rule" : "bg-ink"}`}
							/>
							<p className="font-medium">{step.title}</p>
							<p className="figures text-sm text-muted">
								<time dateTime={step.at.toISOString()}>
									{formatInstant(step.at, zone, locale)} ({offsetLabel(step.at, zone)})
								</time>
								{step.version !== null && (
									<span className="ms-3">{t("version", { number: step.version })}</span>
								)}
							</p>
							{step.reason && (
								<blockquote
									dir="auto"
									className="mt-2 max-w-narrow border-s-2 border-rule ps-4 whitespace-pre-line"
								>
									{step.reason}
								</blockquote>
							)}
						</li>
					))}
				</ol>
			)}
		</section>
	);
}

function useSteps(event: MyEvent): Step[] {
	const t = useTranslations("my.event");
	const decisions = event.decisions.map((decision) => ({
		key: `${decision.kind}-${decision.createdAt.toISOString()}`,
		at: decision.createdAt,
		title: t(decision.kind),
		version: decision.revision.number,
		reason: decision.reason,
		isBad: decision.kind !== "approve",
	}));
	const takenBack = event.decisions.flatMap(({ undoneAt, undoneReason, revision }) =>
		undoneAt === null
			? []
			: {
					key: `undone-${undoneAt.toISOString()}`,
					at: undoneAt,
					title: t("undone"),
					version: revision.number,
					reason: undoneReason,
					isBad: true,
				},
	);
	const submission = event.content.submittedAt;
	const submitted = {
		key: "submitted",
		title: t("submitted"),
		version: event.content.number,
		reason: null,
		isBad: false,
	};
	// What waits again since a decision was taken back is a copy, which nobody has submitted.
	const isSubmitted = takenBack.every(({ at }) => at.getTime() !== submission?.getTime());
	return [
		...decisions,
		...takenBack,
		...(submission && isSubmitted ? [{ ...submitted, at: submission }] : []),
	].sort((a, b) => b.at.getTime() - a.at.getTime());
}
