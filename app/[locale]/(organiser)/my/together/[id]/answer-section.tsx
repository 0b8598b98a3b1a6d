import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import type { CoOrganiserRequest } from "@/lib/events/co-organiser-queries";
import { answer } from "./actions";

/** What is asked, or how the organisation has answered, and what it can say now. */
export async function AnswerSection({
	request: { id: requestId, answer: said, withdrawnAt, organisation, event },
	locale,
}: {
	request: CoOrganiserRequest;
	locale: string;
}) {
	const t = await getTranslations("my.withOthers");
	const state = withdrawnAt ? "withdrawn" : (said ?? "asked");
	const names = {
		organisation: () => <bdi className="font-medium">{event.organisation.name}</bdi>,
		partner: () => <bdi className="font-medium">{organisation.name}</bdi>,
	};
	const accept = { requestId, answer: "accepted", locale };
	const decline = { requestId, answer: "declined", locale };
	return (
		<section aria-labelledby="answer" className="flex flex-col gap-5">
			<h2 id="answer" className="sr-only">
				{t("title")}
			</h2>
			{state === "accepted" ? (
				<Notice tone="success" title={t.rich("accepted", names)} />
			) : (
				<p className="max-w-narrow text-lg">{t.rich(state, names)}</p>
			)}
			{(state === "asked" || state === "accepted") && (
				<ul className="flex max-w-narrow list-disc flex-col gap-1 ps-5 text-ink-soft">
					<li>{t("means.name")}</li>
					<li>{t.rich("means.edit", names)}</li>
					<li>{t("means.told")}</li>
				</ul>
			)}
			<ClientMessages namespaces={["ui", "errors"]}>
				{state === "asked" && (
					<div className="flex flex-wrap items-start gap-3">
						<OneButtonForm run={answer} values={accept}>
							{t("accept")}
						</OneButtonForm>
						<OneButtonForm run={answer} values={decline} variant="secondary">
							{t("decline")}
						</OneButtonForm>
					</div>
				)}
				{state === "declined" && (
					<OneButtonForm run={answer} values={accept} variant="secondary">
						{t("acceptAfterAll")}
					</OneButtonForm>
				)}
				{state === "accepted" && (
					<Disclosure summary={t("leave.summary")}>
						<p className="mb-4 max-w-narrow">{t("leave.text")}</p>
						<OneButtonForm run={answer} values={decline} variant="danger">
							{t("leave.confirm")}
						</OneButtonForm>
					</Disclosure>
				)}
			</ClientMessages>
		</section>
	);
}
