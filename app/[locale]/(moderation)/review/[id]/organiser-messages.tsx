import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/app/one-button-form";
import { Conversation } from "@/components/moderation/conversation";
import { MessageForm } from "@/components/moderation/message-form";
import { ClientMessages } from "@/components/shell/client-messages";
import type { Submission } from "@/lib/moderation/queries";
import { languageName } from "@/lib/text/languages";
import { askAction, readAction } from "../messages/actions";

/** Questions to the organiser and what it answered; for whoever may decide. */
export async function OrganiserMessages({
	submission: { id, isOwn, messages, authorLocale },
	locale,
}: {
	submission: Submission;
	locale: string;
}) {
	if (isOwn) return null;
	const t = await getTranslations("conversation");
	const hasUnread = messages.some(({ isReviewer, readAt }) => !isReviewer && readAt === null);
	return (
		<Conversation
			messages={messages}
			locale={locale}
			title={t("title")}
			names={{ reviewer: t("coordinator"), organiser: t("organiser") }}
		>
			<ClientMessages namespaces={["ui", "errors"]}>
				{hasUnread && (
					<div className="mb-6">
						<OneButtonForm run={readAction} variant="secondary" values={{ eventId: id, locale }}>
							{t("markRead")}
						</OneButtonForm>
					</div>
				)}
				<MessageForm
					key={messages.length}
					action={askAction}
					hidden={{ eventId: id, locale, idempotencyKey: randomUUID() }}
					words={{
						label: t("label"),
						hint: t("hint", { language: languageName(authorLocale, locale) }),
						send: t("send"),
					}}
				/>
			</ClientMessages>
		</Conversation>
	);
}
