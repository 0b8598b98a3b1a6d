import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireReviewer } from "@/app/require-viewer";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { StateBadge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/card";
import { Link } from "@/i18n/navigation";
import { listUnread } from "@/lib/moderation/conversation-queries";
import { countryName } from "@/lib/places/countries";
import { bestText } from "@/lib/text/languages";
import { truncate } from "@/lib/text/plain";
import { formatDay } from "@/lib/time/format";

type Props = { params: Promise<{ locale: string }> };

const SHOWN_LENGTH = 200;

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("conversation.list");
	return { title: t("title") };
}

/** What organisers have answered and no reviewer has read, whatever the state of the event. */
export default async function MessagesPage({ params }: Props) {
	const { locale } = await params;
	const viewer = await requireReviewer(locale, "/review/messages");
	const [events, t, review, states] = await Promise.all([
		listUnread(viewer),
		getTranslations("conversation.list"),
		getTranslations("review"),
		getTranslations("eventState"),
	]);
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: review("title"), href: "/review" }, { label: t("title") }]}
				title={t("title")}
				lead={t("lead")}
			/>
			{events.length === 0 ? (
				<EmptyState title={t("empty")} />
			) : (
				<ul className="divide-y divide-line border-y border-line">
					{events.map((event) => {
						const text = bestText(event.latestRevision?.texts ?? [], locale)?.text;
						const [message] = event.messages;
						return (
							<li key={event.id} className="relative flex flex-col gap-2 py-6">
								<div>
									<StateBadge state={event.state}>{states(event.state)}</StateBadge>
								</div>
								<h2 className="text-lg leading-snug font-medium">
									<Link
										href={`/review/${event.id}#messages`}
										prefetch={false}
										lang={text?.locale}
										dir="auto"
										className="text-ink no-underline after:absolute after:inset-0 hover:text-accent"
									>
										{text?.title || review("untitled")}
									</Link>
								</h2>
								<p dir="auto" className="wrap-anywhere">
									{truncate(message?.text ?? "", SHOWN_LENGTH)}
								</p>
								<p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
									<bdi>{event.organisation.name}</bdi>
									{event.country && <span>{countryName(event.country, locale)}</span>}
									{message && (
										<span>{formatDay(message.createdAt.toISOString().slice(0, 10), locale)}</span>
									)}
								</p>
							</li>
						);
					})}
				</ul>
			)}
		</Container>
	);
}
