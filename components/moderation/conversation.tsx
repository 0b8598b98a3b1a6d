import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Message } from "@/lib/moderation/conversation-queries";
import { formatInstant } from "@/lib/time/format";

type Props = {
	messages: readonly Message[];
	locale: string;
	title: string;
	/** What each side is called by whoever reads. */
	names: { reviewer: string; organiser: string };
	/** The form. */
	children: ReactNode;
};

/** What reviewers and members of the organisation wrote to each other, the oldest first; times in UTC. */
export function Conversation({ messages, locale, title, names, children }: Props) {
	const t = useTranslations("review");
	return (
		<section id="messages" aria-labelledby="messages-title">
			<h2 id="messages-title" className="text-lg font-medium">
				{title}
			</h2>
			{messages.length > 0 && (
				<ol className="mt-4 flex flex-col gap-5 border-s border-line-strong ps-5">
					{messages.map((message) => (
						<li key={message.id}>
							<p className="figures text-sm text-muted">
								<bdi>{message.isReviewer ? names.reviewer : names.organiser}</bdi>,{" "}
								<time dateTime={message.createdAt.toISOString()}>
									{formatInstant(message.createdAt, "UTC", locale)} UTC
								</time>
								{isUnread(message) && <span className="text-accent"> · {t("unread")}</span>}
							</p>
							<p dir="auto" className="mt-1 whitespace-pre-line wrap-anywhere">
								{message.text}
							</p>
						</li>
					))}
				</ol>
			)}
			<div className="mt-4">{children}</div>
		</section>
	);
}

function isUnread({ isReviewer, readAt }: Message): boolean {
	return !isReviewer && readAt === null;
}
