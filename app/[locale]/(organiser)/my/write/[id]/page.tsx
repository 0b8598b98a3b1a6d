import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isId } from "@/app/found-or-404";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { seasonSegment } from "@/lib/calendar/tags";
import { findRecipient } from "@/lib/events/write-to-organiser";
import { listMyOrganisations } from "@/lib/organisations/queries";
import { bestText } from "@/lib/text/languages";
import { MessageForm } from "./message-form";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("my.write");
	return { title: t("title") };
}

/** Writes to the organiser of a public event, such as one at the same hour; works without script. */
export default async function WritePage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/write/${id}`);
	const recipient = isId(id) ? await findRecipient(id) : null;
	if (!recipient) notFound();
	const [t, my] = await Promise.all([getTranslations("my.write"), getTranslations("my")]);
	const { sent } = await searchParams;
	const organisations = await listMyOrganisations(viewer);
	const free = organisations.filter(({ heldAt }) => heldAt === null);
	const isOwn = organisations.some((each) => each.id === recipient.organisation.id);
	const text = bestText(recipient.texts, locale)?.text;
	const obstacle = isOwn
		? "own"
		: !recipient.organisation.hasMembers
			? "nobody"
			: organisations.length === 0
				? "noOrganisation"
				: free.length === 0
					? "held"
					: null;
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[{ label: my("title"), href: "/my" }, { label: t("title") }]}
				eyebrow={<bdi>{recipient.organisation.name}</bdi>}
				title={t("title")}
			/>
			<div className="flex flex-col gap-8">
				{sent === "1" && (
					<Notice tone="success" title={t("sent")} live>
						{t("sentText")}
					</Notice>
				)}
				<p>
					{t("about")}{" "}
					<Link
						href={`/events/${seasonSegment(recipient.season)}/${recipient.slug}`}
						className="text-link"
						lang={text?.locale}
					>
						<bdi>{text?.title ?? my("untitled")}</bdi>
					</Link>
				</p>
				{obstacle ? (
					<Notice tone="info" title={t(`obstacle.${obstacle}`)} />
				) : (
					sent !== "1" && (
						<>
							<Notice tone="info" title={t("seenTitle")}>
								<p>
									{t.rich(viewer.name ? "seen" : "seenAddress", {
										name: () => <bdi className="font-medium">{viewer.name}</bdi>,
										address: () => <bdi className="font-medium wrap-anywhere">{viewer.email}</bdi>,
									})}
								</p>
								<p className="mt-1">{t("unseen")}</p>
							</Notice>
							<ClientMessages namespaces={["ui", "errors", "my"]}>
								<MessageForm
									eventId={id}
									locale={locale}
									idempotencyKey={randomUUID()}
									organisations={free.map(({ id: key, name }) => ({ id: key, name }))}
								/>
							</ClientMessages>
						</>
					)
				)}
			</div>
		</Container>
	);
}
