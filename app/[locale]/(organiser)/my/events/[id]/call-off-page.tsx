import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Link } from "@/i18n/navigation";
import { listPartsToCallOff } from "@/lib/events/parts-to-call-off";
import { titleFor } from "@/lib/events/submit-event";
import type { CallOffAction } from "@/lib/lifecycle/lifecycle";
import { languageName } from "@/lib/text/languages";
import { formatDay } from "@/lib/time/format";
import { CallOffForm } from "./call-off-form";
import { findMyEvent } from "./find-my-event";

type Props = { params: Promise<{ locale: string; id: string }>; action: CallOffAction };

/** Why a public event is cancelled or postponed, before that is public at once; works without script. */
export async function CallOffPage({ params, action }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/events/${id}/${action}`);
	const event = await findMyEvent(viewer, id);
	if (!event.actions.includes(action)) notFound();
	const parts = await listPartsToCallOff(viewer, { eventId: id, kind: action, now: new Date() });
	const t = await getTranslations("my");
	const name = titleFor(event.content, locale) || t("untitled");
	const isLost = event.state !== "approved" && event.state !== "draft";
	return (
		<Container width="narrow">
			<PageHeader
				crumbs={[
					{ label: t("title"), href: "/my" },
					{ label: <bdi>{name}</bdi>, href: `/my/events/${id}` },
					{ label: t(`callOff.${action}.title`) },
				]}
				eyebrow={<bdi>{name}</bdi>}
				title={t(`callOff.${action}.title`)}
			/>
			<div className="flex flex-col gap-6">
				<p>{t(`callOff.${action}.text`)}</p>
				<p>{t("callOff.told")}</p>
				{isLost && <p className="font-medium">{t("callOff.waitingLost")}</p>}
				<ClientMessages namespaces={["ui", "errors"]}>
					<CallOffForm
						eventId={id}
						eventVersion={event.version}
						kind={action}
						locale={locale}
						idempotencyKey={randomUUID()}
						languages={event.content.texts.map((text) => ({
							tag: text.locale,
							label: t("callOff.reason", { language: languageName(text.locale, locale) }),
						}))}
						hint={t("callOff.reasonHint")}
						parts={parts.map((part) => ({
							id: part.id,
							version: part.version,
							label: t(`callOff.parts.${action}`, { title: titleFor(part, locale) }),
							day: part.startDate && formatDay(part.startDate, locale),
						}))}
						partsTexts={{ legend: t("callOff.parts.legend"), hint: t("callOff.parts.hint") }}
					>
						{t(`callOff.${action}.confirm`)}
					</CallOffForm>
				</ClientMessages>
				<p>
					<Link href={`/my/events/${id}`} className="text-link">
						{t("callOff.keep")}
					</Link>
				</p>
			</div>
		</Container>
	);
}
