import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/require-viewer";
import { ClashNotice } from "@/components/events/clash-notice";
import { EventHistory } from "@/components/events/event-history";
import { EventPreview } from "@/components/events/event-preview";
import { HiddenNotice } from "@/components/events/hidden-notice";
import { SeasonNotice } from "@/components/events/season-notice";
import { StateBadges } from "@/components/events/state-badges";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { reasonFor } from "@/lib/calendar/status-reason";
import { seasonSegment } from "@/lib/calendar/tags";
import { db } from "@/lib/db/client";
import { listClashesOf } from "@/lib/events/clashes";
import { findMissing } from "@/lib/events/find-missing";
import type { MyEvent } from "@/lib/events/queries";
import { findWindowView, type WindowView } from "@/lib/events/season-window";
import { bestText } from "@/lib/text/languages";
import { submitDraft } from "../actions";
import { Afterwards } from "./afterwards";
import { BelongsTo } from "./belongs-to";
import { CoordinatorMessages } from "./coordinator-messages";
import { EarlierYears } from "./earlier-years";
import { findMyEvent } from "./find-my-event";
import { IfSomethingChanges } from "./if-something-changes";
import { TogetherWith } from "./together-with";
import { VersionForm } from "./version-form";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("my");
	return { title: t("title") };
}

/** Where one event stands, what was decided on it, and what can be done now. */
export default async function MyEventPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/events/${id}`);
	const event = await findMyEvent(viewer, id);
	const { done } = await searchParams;
	const t = await getTranslations("my");
	const title = titleOf(event, locale);
	const isWaitingEdit = event.published !== null && event.state !== "approved";
	const window = await findWindowView({
		eventId: id,
		schedule: event.content.schedule,
		now: new Date(),
	});
	return (
		<Container>
			<PageHeader
				crumbs={[{ label: t("title"), href: "/my" }, { label: title?.title ?? t("untitled") }]}
				eyebrow={<bdi>{event.organisation.name}</bdi>}
				title={title?.title ?? t("untitled")}
				titleLang={title?.locale}
				badges={
					<>
						<StateBadges event={event} />
						{event.isDemo && <Badge>{t("demo")}</Badge>}
					</>
				}
			/>
			<div className="flex max-w-[52rem] flex-col gap-14">
				<section aria-labelledby="state" className="flex flex-col gap-4">
					<h2 id="state" className="sr-only">
						{t("event.state")}
					</h2>
					<Done done={done} state={event.state} status={event.published?.status} />
					<PublicReason event={event} locale={locale} />
					<HiddenNotice event={event} />
					{!(event.state === "withdrawn" && event.takeDowns.length > 0) && (
						<p className="max-w-narrow text-lg">
							{t(`event.${isWaitingEdit ? "nextPublic" : "next"}.${event.state}`)}
						</p>
					)}
					{isWaitingEdit && (
						<p className="max-w-narrow">
							{t(event.state === "submitted" ? "publicStays" : "publicStaysDraft")}
						</p>
					)}
					{event.published && <PublicPageLink {...event.published} />}
					{event.state !== "approved" && (
						<p>
							<Link href={`/my/events/${event.id}/preview`} className="text-link">
								{t("preview.link")}
							</Link>
						</p>
					)}
					{event.actions.includes("submit") && (
						<SeasonNotice window={window} isRefusal={done === "shut"} />
					)}
					<Actions event={event} window={window} locale={locale} />
					{isOpen(event) && <ClashNotice clashes={await listClashesOf(viewer, event, locale)} />}
				</section>
				<BelongsTo viewer={viewer} event={event} locale={locale} />
				<CoordinatorMessages viewer={viewer} eventId={id} locale={locale} />
				<TogetherWith viewer={viewer} event={event} locale={locale} />
				<Afterwards viewer={viewer} eventId={id} />
				<IfSomethingChanges event={event} locale={locale} />
				<EarlierYears viewer={viewer} event={event} locale={locale} />
				<EventHistory event={event} locale={locale} />
				<EventPreview content={event.content} organiser={event.organisation.name} locale={locale} />
			</div>
		</Container>
	);
}

/** True while what is written can still take another time or place. */
function isOpen({ state }: MyEvent): boolean {
	return state === "draft" || state === "submitted" || state === "changes_requested";
}

async function PublicPageLink({ season, slug }: { season: number | null; slug: string }) {
	const t = await getTranslations("my.event");
	return (
		<p>
			<Link href={`/events/${seasonSegment(season)}/${slug}`} className="text-link">
				{t("publicPage")}
			</Link>
		</p>
	);
}

async function Done({
	done,
	state,
	status,
}: {
	done: string | string[] | undefined;
	state: MyEvent["state"];
	/** What the public reads. */
	status: NonNullable<MyEvent["published"]>["status"] | undefined;
}) {
	const t = await getTranslations("my.event");
	if (done === "submitted" && state === "submitted") {
		return (
			<Notice tone="success" title={t("submittedTitle")} live>
				{t("submittedText")}
			</Notice>
		);
	}
	if (done === "submitted" && state === "approved") {
		return (
			<Notice tone="success" title={t("publishedTitle")} live>
				{t("publishedText")}
			</Notice>
		);
	}
	if ((done === "cancelled" || done === "postponed") && status === done) {
		return (
			<Notice tone="success" title={t(`${done}Title`)} live>
				{t("calledOffText")}
			</Notice>
		);
	}
	if (done === "withdrawn" && state === "withdrawn")
		return <Notice tone="success" title={t("withdrawnTitle")} live />;
	if (done === "discarded" && state === "approved")
		return <Notice tone="success" title={t("discardedTitle")} live />;
	return null;
}

async function Actions({
	event,
	window,
	locale,
}: {
	event: MyEvent;
	window: WindowView | null;
	locale: string;
}) {
	const t = await getTranslations("my.event");
	const isShut = window !== null && window.phase !== "during";
	const mayDo = (action: MyEvent["actions"][number]) =>
		event.actions.includes(action) && !(action === "submit" && isShut);
	const isComplete = Object.keys(await findMissing(db, event.content, new Date())).length === 0;
	const page = `/my/events/${event.id}`;
	return (
		<div className="flex flex-col gap-3">
			{mayDo("submit") && !isComplete && <p className="text-sm text-muted">{t("incomplete")}</p>}
			<div className="flex flex-wrap items-start gap-3">
				{mayDo("submit") && isComplete && (
					<ClientMessages namespaces={["ui", "errors"]}>
						<VersionForm
							run={submitDraft}
							eventId={event.id}
							eventVersion={event.version}
							locale={locale}
						>
							{t("submit")}
						</VersionForm>
					</ClientMessages>
				)}
				{mayDo("edit") && (
					<ButtonLink
						href={`${page}/edit`}
						variant={mayDo("submit") && isComplete ? "secondary" : "primary"}
					>
						{t("edit")}
					</ButtonLink>
				)}
				{event.repetition?.isOffered && <RepeatLink id={event.id} {...event.repetition} />}
				{mayDo("discard") && (
					<ButtonLink href={`${page}/discard`} variant="quiet">
						{t("discard")}
					</ButtonLink>
				)}
				{mayDo("withdraw") && (
					<ButtonLink href={`${page}/withdraw`} variant="quiet">
						{t("withdraw")}
					</ButtonLink>
				)}
			</div>
		</div>
	);
}

/** Why the event is off, as the public reads it. */
async function PublicReason({ event, locale }: { event: MyEvent; locale: string }) {
	if (!event.published) return null;
	const reason = reasonFor(event.published, locale);
	if (reason === null) return null;
	const t = await getTranslations("my.callOff");
	return (
		<div>
			<p className="text-sm text-muted">{t("publicReason")}</p>
			<blockquote
				dir="auto"
				className="max-w-narrow border-s-2 border-rule ps-4 whitespace-pre-line"
			>
				{reason}
			</blockquote>
		</div>
	);
}

async function RepeatLink({
	id,
	season,
	knownId,
}: { id: string } & NonNullable<MyEvent["repetition"]>) {
	const t = await getTranslations("my.repeat");
	return (
		<ButtonLink
			href={knownId ? `/my/events/${knownId}` : `/my/events/${id}/repeat`}
			variant="secondary"
		>
			{knownId ? t("known", { season }) : t("again")}
		</ButtonLink>
	);
}

function titleOf({ content }: MyEvent, locale: string) {
	return bestText(
		content.texts.filter((text) => text.title !== ""),
		locale,
	)?.text;
}
