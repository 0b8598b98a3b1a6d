import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import type { MyEvent } from "@/lib/events/queries";
import { reinstate } from "../actions";
import { VersionForm } from "./version-form";

/** What an organiser can do when a public event does not take place as announced. */
export async function IfSomethingChanges({ event, locale }: { event: MyEvent; locale: string }) {
	if (event.published === null) return null;
	const t = await getTranslations("my.callOff");
	const page = `/my/events/${event.id}`;
	const { status } = event.published;
	const isOff = status === "cancelled" || status === "postponed";
	// What is over can be cancelled, for the record, but not be announced for later.
	const mayPostpone = event.actions.includes("postpone") && event.repetition === null;
	return (
		<section aria-labelledby="changes" className="flex flex-col gap-4">
			<h2 id="changes" className="text-xl font-medium">
				{t(isOff ? "isOff" : "ifSomethingChanges")}
			</h2>
			<p className="max-w-narrow text-ink-soft">{t(isOff ? "isOffText" : "atOnce")}</p>
			<div className="flex flex-wrap items-start gap-3">
				{isOff && event.content.status === status && (
					<ClientMessages namespaces={["ui", "errors"]}>
						<VersionForm
							run={reinstate}
							variant="secondary"
							eventId={event.id}
							eventVersion={event.version}
							locale={locale}
						>
							{t("reinstate")}
						</VersionForm>
					</ClientMessages>
				)}
				{mayPostpone && (
					<ButtonLink href={`${page}/postpone`} variant="secondary">
						{t("postpone.title")}
					</ButtonLink>
				)}
				{event.actions.includes("cancel") && (
					<ButtonLink href={`${page}/cancel`} variant="secondary">
						{t("cancel.title")}
					</ButtonLink>
				)}
			</div>
		</section>
	);
}
