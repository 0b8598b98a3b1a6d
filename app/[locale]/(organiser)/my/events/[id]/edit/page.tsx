import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findOrganisers, toOption } from "@/app/find-organisers";
import { requireViewer } from "@/app/require-viewer";
import type { PinChoices } from "@/components/events/coordinates-fields";
import { DecisionNotice } from "@/components/events/decision-notice";
import type { Belonging } from "@/components/events/part-of-field";
import { RepeatedNotice } from "@/components/events/repeated-notice";
import { SeasonNotice } from "@/components/events/season-notice";
import { StateBadges } from "@/components/events/state-badges";
import { ClientMessages } from "@/components/shell/client-messages";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { FieldErrors } from "@/lib/errors";
import { listClashesOf } from "@/lib/events/clashes";
import { listCoOrganisers } from "@/lib/events/co-organiser-queries";
import { checkForm } from "@/lib/events/completeness";
import { findMissing } from "@/lib/events/find-missing";
import type { MyEvent } from "@/lib/events/queries";
import { listOutdated } from "@/lib/events/repeat-queries";
import type { RevisionContent } from "@/lib/events/revision";
import { ATTENDANCE_MODES, TIMINGS } from "@/lib/events/schema";
import { findWindowView } from "@/lib/events/season-window";
import { titleFor } from "@/lib/events/submit-event";
import { listParts, listWholes, type NamedEvent } from "@/lib/events/super-event-queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { listCountries, zonesOfCountry } from "@/lib/places/countries";
import { LANGUAGES, LOCALES, languageName, ownLanguageName } from "@/lib/text/languages";
import { renderMarkdown } from "@/lib/text/markdown";
import { formatDay } from "@/lib/time/format";
import { listZones } from "@/lib/time/zones";
import { findMyEvent } from "../find-my-event";
import { EventForm } from "./event-form";
import { formValues } from "./form-values";
import { TitleCrumb } from "./title-crumb";

type Props = {
	params: Promise<{ locale: string; id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const NAMESPACES = [
	"ui",
	"errors",
	"field",
	"eventForm",
	"eventType",
	"attendanceMode",
	"clashes",
	"licence",
];

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("eventForm");
	return { title: t("title") };
}

/** The form of an event. `check` shows what is missing, after an attempt to submit without script. */
export default async function EditEventPage({ params, searchParams }: Props) {
	const { locale, id } = await params;
	const viewer = await requireViewer(locale, `/my/events/${id}/edit`);
	const event = await findMyEvent(viewer, id);
	if (!event.actions.includes("edit")) notFound();
	const { check, saved, begun, organiser, shut } = await searchParams;
	const now = new Date();
	const [t, my] = await Promise.all([getTranslations("eventForm"), getTranslations("my")]);
	const { content } = event;
	const query = typeof organiser === "string" ? organiser.slice(0, 80) : "";
	const [outdated, clashes, named, found, belonging, missing, window] = await Promise.all([
		listOutdated(event),
		listClashesOf(viewer, event, locale),
		listCoOrganisers(viewer, { eventId: event.id, revisionId: content.id }),
		findOrganisers(event.organisationId, query, locale),
		belongingOf(viewer, event, locale),
		findMissing(db, content, now),
		findWindowView({ eventId: event.id, schedule: content.schedule, now }),
	]);
	const values = formValues(content, locale);
	const timing = TIMINGS.find((each) => each === check);
	const problems = { ...missing, ...formProblems(content, timing) };
	return (
		<Container>
			<PageHeader
				crumbs={[
					{ label: my("title"), href: "/my" },
					{
						label: (
							<TitleCrumb
								eventId={event.id}
								title={titleFor(content, locale)}
								untitled={my("untitled")}
							/>
						),
						href: `/my/events/${id}`,
					},
					{ label: t("title") },
				]}
				eyebrow={<bdi>{event.organisation.name}</bdi>}
				title={t("title")}
				lead={t(event.published ? "leadPublic" : "lead")}
				badges={<StateBadges event={event} />}
			/>
			{saved === "1" && <Notice tone="success" title={t("savedNotice")} live className="mb-8" />}
			{begun === "1" && event.repeatsId && <RepeatedNotice content={content} locale={locale} />}
			{event.published && event.repetition === null && (
				<Notice title={t("changing.title")} className="mb-8">
					<p>{t("changing.text")}</p>
				</Notice>
			)}
			<SeasonNotice window={window} isRefusal={shut === "1"} className="mb-8" />
			<DecisionNotice event={event} />
			<ClientMessages namespaces={NAMESPACES}>
				<EventForm
					eventId={event.id}
					state={event.state}
					organisationId={event.organisationId}
					locale={locale}
					revision={{ revisionId: content.id, revisionVersion: content.version }}
					idempotencyKey={randomUUID()}
					values={timing ? { ...values, timing } : values}
					textLocales={content.texts.map((text) => text.locale)}
					previews={previewsOf(content)}
					textAges={textAgesOf(content)}
					missing={Object.keys(problems)}
					problems={check === undefined ? {} : problems}
					outdated={outdated}
					clashes={clashes}
					coOrganisers={{
						named: named.map(({ answeredAt, isHeld, isLookAlike, ...each }) =>
							toOption(each, locale),
						),
						query,
						found: query === "" ? null : found,
					}}
					belonging={belonging}
					choices={{ ...choicesFor(locale), pin: await pinFor(locale) }}
				/>
			</ClientMessages>
		</Container>
	);
}

function formProblems(
	{ schedule }: RevisionContent,
	timing: (typeof TIMINGS)[number] | undefined,
): FieldErrors {
	return timing ? checkForm({ timing, startTime: schedule.startTime }) : {};
}

/** Of what the event may be a part, and what is part of it, as the form names them. */
async function belongingOf(viewer: Viewer, event: MyEvent, locale: string): Promise<Belonging> {
	const [t, my] = await Promise.all([getTranslations("eventForm.partOf"), getTranslations("my")]);
	const [wholes, parts] = await Promise.all([
		listWholes(event, new Date()),
		listParts(viewer, event.id),
	]);
	const named = (list: readonly NamedEvent[]) =>
		list.map(({ id, startDate, ...content }) => {
			const title = titleFor(content, locale) || my("untitled");
			const label = startDate ? t("option", { title, day: formatDay(startDate, locale) }) : title;
			return { id, label };
		});
	return { wholes: named(wholes), parts: named(parts) };
}

/** A change of what was submitted begins the next revision. */
function textAgesOf({ texts, number, submittedAt }: RevisionContent) {
	return {
		changedIn: Object.fromEntries(texts.map(({ locale, changedIn }) => [locale, changedIn])),
		editing: submittedAt === null ? number : number + 1,
	};
}

function previewsOf(content: RevisionContent): Record<string, string> {
	return Object.fromEntries(
		content.texts.map((text) => [text.locale, renderMarkdown(text.description)]),
	);
}

async function pinFor(locale: string): Promise<PinChoices> {
	const t = await getTranslations("events.map.gestures");
	return {
		locale,
		styleUrl: env().MAP_STYLE_URL ?? null,
		gestures: { windows: t("windows"), mac: t("mac"), touch: t("touch") },
	};
}

function choicesFor(locale: string) {
	const countries = listCountries(locale);
	const collator = new Intl.Collator(locale);
	return {
		types: EVENT_TYPES,
		attendanceModes: ATTENDANCE_MODES,
		commonLanguages: LOCALES,
		countries,
		zones: listZones(),
		zonesByCountry: Object.fromEntries(countries.map(({ code }) => [code, zonesOfCountry(code)])),
		languages: LANGUAGES.map((tag) => ({
			tag,
			name: languageName(tag, locale),
			ownName: ownLanguageName(tag),
		})).sort((a, b) => collator.compare(a.name, b.name)),
	};
}
