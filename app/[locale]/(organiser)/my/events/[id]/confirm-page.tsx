import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Link } from "@/i18n/navigation";
import type { MyEvent } from "@/lib/events/queries";
import { bestText } from "@/lib/text/languages";
import { discard, withdraw } from "../actions";
import { findMyEvent } from "./find-my-event";
import { VersionForm } from "./version-form";

type Props = { params: Promise<{ locale: string; id: string }>; action: "withdraw" | "discard" };

/** Asks once more before something that others will notice; works without script. */
export async function ConfirmPage({ params, action }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/events/${id}/${action}`);
	const event = await findMyEvent(viewer, id);
	if (!event.actions.includes(action)) notFound();
	const t = await getTranslations("my");
	const title = bestText(
		event.content.texts.filter((text) => text.title !== ""),
		locale,
	)?.text;
	const name = title?.title ?? t("untitled");
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: t("title"), href: "/my" },
					{ label: <bdi>{name}</bdi>, href: `/my/events/${id}` },
					{ label: t(`${action}.title`) },
				]}
				eyebrow={<bdi lang={title?.locale}>{name}</bdi>}
				title={t(`${action}.title`)}
			/>
			<div className="flex flex-col gap-4">
				<p>{t(`${action}.text`)}</p>
				{action === "withdraw" && event.published && (
					<p className="font-medium">{t("withdraw.public")}</p>
				)}
				{action === "withdraw" && <p>{t("withdraw.later")}</p>}
				<div className="mt-4 flex flex-wrap items-center gap-6">
					<ClientMessages namespaces={["ui", "errors"]}>
						<Confirm action={action} event={event} locale={locale} />
					</ClientMessages>
					<Link href={`/my/events/${id}`} className="text-link">
						{t(`${action}.cancel`)}
					</Link>
				</div>
			</div>
		</Container>
	);
}

async function Confirm({
	action,
	event,
	locale,
}: Pick<Props, "action"> & { event: MyEvent; locale: string }) {
	const t = await getTranslations("my");
	const version = { eventId: event.id, eventVersion: event.version, locale } as const;
	return action === "withdraw" ? (
		<VersionForm {...version} variant="danger" run={withdraw}>
			{t("withdraw.confirm")}
		</VersionForm>
	) : (
		<VersionForm {...version} variant="danger" run={discard}>
			{t("discard.confirm")}
		</VersionForm>
	);
}
