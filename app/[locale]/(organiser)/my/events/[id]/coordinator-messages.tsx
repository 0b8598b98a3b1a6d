import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { Conversation } from "@/components/moderation/conversation";
import { MessageForm } from "@/components/moderation/message-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { findMyConversation } from "@/lib/moderation/conversation-queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { answerAction } from "./conversation-actions";

type Props = { viewer: Viewer; eventId: string; locale: string };

/** What coordinators have asked, and the answers; nothing while nobody has. */
export async function CoordinatorMessages({ viewer, eventId, locale }: Props) {
	const messages = await findMyConversation(viewer, eventId);
	if (messages === null) return null;
	const [t, names] = await Promise.all([
		getTranslations("my.conversation"),
		getTranslations("conversation"),
	]);
	return (
		<Conversation
			// Whether a reviewer has read it is the reviewers' matter.
			messages={messages.map((message) => ({ ...message, readAt: message.createdAt }))}
			locale={locale}
			title={t("title")}
			names={{ reviewer: names("coordinator"), organiser: names("yours") }}
		>
			<ClientMessages namespaces={["ui", "errors"]}>
				<MessageForm
					key={messages.length}
					action={answerAction}
					hidden={{ eventId, locale, idempotencyKey: randomUUID() }}
					words={{ label: t("label"), hint: t("hint"), send: t("send") }}
				/>
			</ClientMessages>
		</Conversation>
	);
}
